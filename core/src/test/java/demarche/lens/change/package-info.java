/// Tests of the least change.
@NullMarked
package demarche.lens.change;

import org.jspecify.annotations.NullMarked;
