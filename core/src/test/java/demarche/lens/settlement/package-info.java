/// Tests of what proposals come to.
@NullMarked
package demarche.lens.settlement;

import org.jspecify.annotations.NullMarked;
