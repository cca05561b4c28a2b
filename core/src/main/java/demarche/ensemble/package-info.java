/// Draws of the uncertain inputs, and how sure an answer is over them.
@NullMarked
package demarche.ensemble;

import org.jspecify.annotations.NullMarked;
