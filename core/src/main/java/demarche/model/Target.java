package demarche.model;

import java.util.List;

/// A condition about which one asks who brings it about and who prevents it.
///
/// @param of ids of those whose aim it is
/// @param between ids of the disputants; may be empty
public record Target(String id, String name, Clause when, List<String> of, List<String> between) {
  public Target {
    of = List.copyOf(of);
    between = List.copyOf(between);
  }
}
