/// Commands and exit codes.
@NullMarked
package demarche.cli;

import org.jspecify.annotations.NullMarked;
