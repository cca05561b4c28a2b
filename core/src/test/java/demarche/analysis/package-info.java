/// Tests of the room of the same name.
@NullMarked
package demarche.analysis;

import org.jspecify.annotations.NullMarked;
