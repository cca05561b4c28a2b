/// What every required party accepts, and what stands in the way.
@NullMarked
package demarche.lens.settlement;

import org.jspecify.annotations.NullMarked;
