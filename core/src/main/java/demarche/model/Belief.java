package demarche.model;

import java.util.List;
import java.util.Map;

/// What an actor sees otherwise than it is.
///
/// @param views what it takes others to want, by their id
/// @param blindTo options that it does not know of
/// @param thinks what it believes that others believe
public record Belief(
    String holder, Map<String, Preference> views, List<Option> blindTo, List<Belief> thinks) {
  public Belief {
    views = Map.copyOf(views);
    blindTo = List.copyOf(blindTo);
    thinks = List.copyOf(thinks);
  }
}
