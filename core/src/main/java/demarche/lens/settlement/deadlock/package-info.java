/// What is better for all and not reached by anybody alone, and who waits for whom.
@NullMarked
package demarche.lens.settlement.deadlock;

import org.jspecify.annotations.NullMarked;
