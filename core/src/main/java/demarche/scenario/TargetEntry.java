package demarche.scenario;

import java.util.List;

/// A condition about which one asks who brings it about and who prevents it.
///
/// @param of whose aim it is
/// @param between the disputants
/// @param baseRate zero or one quantity: how often such a thing happens
public record TargetEntry(
    Word id,
    String name,
    Expression when,
    List<Word> of,
    List<Word> between,
    List<Quantity> baseRate,
    Evidence evidence) {
  public TargetEntry {
    of = List.copyOf(of);
    between = List.copyOf(between);
    baseRate = List.copyOf(baseRate);
  }
}
