/// What answers are made of: sentences, figures and sources.
@NullMarked
package demarche.finding;

import org.jspecify.annotations.NullMarked;
