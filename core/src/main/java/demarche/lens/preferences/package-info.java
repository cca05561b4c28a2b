/// What the actors want: how far apart what they say and what they want are, who is close to whom.
@NullMarked
package demarche.lens.preferences;

import org.jspecify.annotations.NullMarked;
