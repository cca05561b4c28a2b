@NullMarked
package demarche.lens.stability.sweep;

import org.jspecify.annotations.NullMarked;
