/// The feasible states, numbered: ranks, moves and legal sequences.
@NullMarked
package demarche.states;

import org.jspecify.annotations.NullMarked;
