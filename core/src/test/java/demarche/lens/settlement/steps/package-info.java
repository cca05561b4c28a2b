/// Tests of plans in steps and of pledges.
@NullMarked
package demarche.lens.settlement.steps;

import org.jspecify.annotations.NullMarked;
