/// Which steps of a plan would be taken, and what pledges would open.
@NullMarked
package demarche.lens.settlement.steps;

import org.jspecify.annotations.NullMarked;
