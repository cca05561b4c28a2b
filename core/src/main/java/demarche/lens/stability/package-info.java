/// Which states hold, for whom, and why.
@NullMarked
package demarche.lens.stability;

import org.jspecify.annotations.NullMarked;
