@NullMarked
package demarche.lens.locks;

import org.jspecify.annotations.NullMarked;
