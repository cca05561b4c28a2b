/// How states evolve, in time and with intervals.
@NullMarked
package demarche.lens.forecast;

import org.jspecify.annotations.NullMarked;
