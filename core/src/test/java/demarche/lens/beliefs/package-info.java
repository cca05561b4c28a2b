@NullMarked
package demarche.lens.beliefs;

import org.jspecify.annotations.NullMarked;
