/// Tests of how firm equilibria are.
@NullMarked
package demarche.lens.firmness;

import org.jspecify.annotations.NullMarked;
