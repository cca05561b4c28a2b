package demarche.ensemble;

/// What the rows of an ensemble hold in one place.
///
/// @param key unique among the columns of a kind, such as `parameter:p-war` or `claim:c21`
/// @param words for people, such as `the chance of an attack` or the sentence of a claim
public record Column(String key, String words, Kind kind) {
  public enum Kind {
    NUMBER,
    YES_NO,
    WORD
  }
}
