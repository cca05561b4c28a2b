package demarche.scenario;

import java.util.List;

/// What an actor sees otherwise than it is.
///
/// @param views what it takes others to want: complete entries, merged over the real ones
/// @param blindTo options that it does not know of
/// @param thinks what it believes that others believe
public record BeliefEntry(
    Word holder,
    List<ActorEntry> views,
    List<Word> blindTo,
    List<BeliefEntry> thinks,
    Evidence evidence) {
  public BeliefEntry {
    views = List.copyOf(views);
    blindTo = List.copyOf(blindTo);
    thinks = List.copyOf(thinks);
  }
}
