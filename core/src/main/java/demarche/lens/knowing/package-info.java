/// Stability where preferences are not simply known: doubtful, by degrees, fuzzy, probable, or held
/// with an attitude towards others.
@NullMarked
package demarche.lens.knowing;

import org.jspecify.annotations.NullMarked;
