/// Tests of the room of the same name.
@NullMarked
package demarche.states;

import org.jspecify.annotations.NullMarked;
