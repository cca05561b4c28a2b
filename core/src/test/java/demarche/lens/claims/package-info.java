/// Tests of the lens of the same name.
@NullMarked
package demarche.lens.claims;

import org.jspecify.annotations.NullMarked;
