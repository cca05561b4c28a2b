package demarche.lens.roles;

import demarche.model.Imagined;
import demarche.scenario.Twist;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What "without somebody" means. Answers differ by kind, so every answer names its own.
public enum Kind {
  PASSIVE("passive", "its options stay where they stand; it still votes"),
  ABSENT("absent", "its options stand at their lowest level, and it is out of every body"),
  INDIFFERENT(
      "indifferent", "it has neither wishes nor red lines: it abstains, and moves by chance alone"),
  WITHOUT_VETO("without-veto", "it keeps its vote and holds no veto"),
  COPY("copy", "it wants what the actor wants whose order of the states is nearest to its own"),
  INACTIVE("inactive", "its options stay where they stand, and it abstains in every body");

  private final String id;
  private final String meaning;

  Kind(String id, String meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  /// As commands, checks and JSON have it.
  public String id() {
    return id;
  }

  public String meaning() {
    return meaning;
  }

  public static Optional<Kind> find(String id) {
    return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(Kind::id).toList();
  }

  /// What changes in the scenario.
  ///
  /// @param party by its id
  /// @param nearest whom a copy copies
  List<Twist> twists(String party, String nearest) {
    return switch (this) {
      case PASSIVE -> List.of(new Twist.Passive(Imagined.word(party)));
      case ABSENT -> List.of(new Twist.Absent(Imagined.word(party)));
      case INDIFFERENT -> List.of(new Twist.Indifferent(Imagined.word(party)));
      case WITHOUT_VETO -> List.of(new Twist.WithoutVeto(Imagined.word(party)));
      case COPY -> List.of(new Twist.Copies(Imagined.word(party), Imagined.word(nearest)));
      case INACTIVE ->
          List.of(
              new Twist.Passive(Imagined.word(party)), new Twist.Indifferent(Imagined.word(party)));
    };
  }
}
