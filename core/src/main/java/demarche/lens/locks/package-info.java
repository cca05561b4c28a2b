/// Who locks whose options, who holds the key, and what the lock shuts out.
@NullMarked
package demarche.lens.locks;

import org.jspecify.annotations.NullMarked;
