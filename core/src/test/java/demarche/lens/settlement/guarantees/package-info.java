@NullMarked
package demarche.lens.settlement.guarantees;

import org.jspecify.annotations.NullMarked;
