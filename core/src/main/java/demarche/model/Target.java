package demarche.model;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// A condition about which one asks who brings it about and who prevents it.
///
/// @param of ids of those whose aim it is
/// @param between ids of the disputants; may be empty
/// @param baseRate how often such a thing happens within the time that one looks ahead; zero or one
public record Target(
    String id,
    String name,
    Clause when,
    List<String> of,
    List<String> between,
    List<BigFraction> baseRate) {
  public Target {
    of = List.copyOf(of);
    between = List.copyOf(between);
    baseRate = List.copyOf(baseRate);
  }
}
