/// Who would break an agreement, and whose word or threat would keep it.
@NullMarked
package demarche.lens.settlement.guarantees;

import org.jspecify.annotations.NullMarked;
