@NullMarked
package demarche.ensemble;

import org.jspecify.annotations.NullMarked;
