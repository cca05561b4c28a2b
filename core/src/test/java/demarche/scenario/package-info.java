/// Tests of the reader.
@NullMarked
package demarche.scenario;

import org.jspecify.annotations.NullMarked;
