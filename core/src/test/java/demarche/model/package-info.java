/// Tests of the room of the same name.
@NullMarked
package demarche.model;

import org.jspecify.annotations.NullMarked;
