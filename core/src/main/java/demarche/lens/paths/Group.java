package demarche.lens.paths;

import demarche.model.Party;
import java.util.List;

/// Parties that could all gain by moving at the same moment, none of which can be left out.
///
/// @param members in the order of the model; a single one has an improvement of its own
/// @param targets the states to which they could go so, ascending; never empty
/// @param best of these one than which none is better for every member that ranks states, the one
///   that changes the fewest options
public record Group(List<Party> members, List<Integer> targets, int best) {
  public Group {
    members = List.copyOf(members);
    targets = List.copyOf(targets);
  }
}
