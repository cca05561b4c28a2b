@NullMarked
package demarche.lens.roles;

import org.jspecify.annotations.NullMarked;
