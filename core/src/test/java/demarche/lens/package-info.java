/// Tests of the contract of a lens.
@NullMarked
package demarche.lens;

import org.jspecify.annotations.NullMarked;
