/// Ranks by code in plain arrays, swept along fibres many states at a time.
@NullMarked
package demarche.lens.stability.sweep;

import org.jspecify.annotations.NullMarked;
