/// Tests of the lens of the same name.
@NullMarked
package demarche.lens.stability;

import org.jspecify.annotations.NullMarked;
