/// Tests of what leads from one state to another.
@NullMarked
package demarche.lens.preferences;

import org.jspecify.annotations.NullMarked;
