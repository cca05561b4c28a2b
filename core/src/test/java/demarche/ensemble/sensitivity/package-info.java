@NullMarked
package demarche.ensemble.sensitivity;

import org.jspecify.annotations.NullMarked;
