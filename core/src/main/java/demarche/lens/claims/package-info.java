/// Which assertions of a text hold in the model: a small typed language over what lenses find.
@NullMarked
package demarche.lens.claims;

import org.jspecify.annotations.NullMarked;
