/// What a voting rule passes, and who stops it.
@NullMarked
package demarche.lens.council;

import org.jspecify.annotations.NullMarked;
