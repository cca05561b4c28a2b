/// The one list of lenses, and the run of those chosen over a scenario.
@NullMarked
package demarche.analysis;

import org.jspecify.annotations.NullMarked;
