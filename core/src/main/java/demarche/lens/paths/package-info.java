/// What leads from one state to another, and who could leave together.
@NullMarked
package demarche.lens.paths;

import org.jspecify.annotations.NullMarked;
