/// What one actor's part does to a target, and which role that makes.
@NullMarked
package demarche.lens.roles;

import org.jspecify.annotations.NullMarked;
