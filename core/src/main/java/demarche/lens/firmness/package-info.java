/// How much must change before an equilibrium ends, and where improvements end.
@NullMarked
package demarche.lens.firmness;

import org.jspecify.annotations.NullMarked;
