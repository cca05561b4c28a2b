/// Tests of what could be agreed.
@NullMarked
package demarche.lens.settlement.zone;

import org.jspecify.annotations.NullMarked;
