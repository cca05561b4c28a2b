package demarche.lens.stability.sweep;

import demarche.lens.stability.sweep.Lanes.Kind;

/// One party's turn to lower worths.
///
/// @param kind which of its arcs count
/// @param ranks the party's own; for moves any actor's, which tell what is a state
/// @param to what is lowered
/// @param from what it is lowered to; may be the same array
/// @param read what has changed `from`
/// @param since the party's last pass over `from`
/// @param written told of what this pass changes in `to`
/// @param now the number of this pass
/// @param <A> the arrays
record Pass<A>(
    Kind kind, A ranks, A to, A from, Changes read, int since, Changes written, int now) {}
