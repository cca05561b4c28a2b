/// Tests of what leads from one state to another.
@NullMarked
package demarche.lens.paths;

import org.jspecify.annotations.NullMarked;
