/// What each actor sees, and where the pictures collide.
@NullMarked
package demarche.lens.beliefs;

import org.jspecify.annotations.NullMarked;
