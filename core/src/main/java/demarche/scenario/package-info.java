/// The file as written: words and their places, problems, spelling.
@NullMarked
package demarche.scenario;

import org.jspecify.annotations.NullMarked;
