/// What would have to change for a wanted outcome to hold: the least of it.
@NullMarked
package demarche.lens.change;

import org.jspecify.annotations.NullMarked;
