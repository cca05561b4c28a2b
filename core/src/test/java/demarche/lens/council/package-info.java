/// Tests of what bodies pass.
@NullMarked
package demarche.lens.council;

import org.jspecify.annotations.NullMarked;
