/// The contract of a lens, and what a run is given: seed, progress and a way to stop.
@NullMarked
package demarche.lens;

import org.jspecify.annotations.NullMarked;
