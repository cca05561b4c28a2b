/// Tests of what holds against coalitions.
@NullMarked
package demarche.lens.coalitions;

import org.jspecify.annotations.NullMarked;
