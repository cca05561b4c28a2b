/// Tests of what is better for all and not reached.
@NullMarked
package demarche.lens.settlement.deadlock;

import org.jspecify.annotations.NullMarked;
