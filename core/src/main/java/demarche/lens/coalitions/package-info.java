/// Which states hold against coalitions, and which equilibrium a coalition leaves for another.
@NullMarked
package demarche.lens.coalitions;

import org.jspecify.annotations.NullMarked;
