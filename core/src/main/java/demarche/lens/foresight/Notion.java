package demarche.lens.foresight;

import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far decision makers look ahead, and who leads.
public sealed interface Notion {
  /// The longest horizon that can be asked for.
  int FARTHEST = 99;

  Pattern LIMITED = Pattern.compile("L([1-9][0-9]?)");

  /// Limited-move stability: a fixed number of moves ahead, one's own first move included.
  ///
  /// @param horizon 1 to 99
  record Limited(int horizon) implements Notion {
    public Limited {
      if (horizon < 1 || horizon > FARTHEST) {
        throw new IllegalArgumentException("horizon %d, expected 1 to 99".formatted(horizon));
      }
    }

    @Override
    public String name() {
      return "L" + horizon;
    }

    @Override
    public String fullName() {
      return "limited-move stability, horizon " + horizon;
    }

    @Override
    public String meaning() {
      return horizon == 1
          ? "nobody can gain by a move of its own"
          : "nobody expects to gain by moving, looking %d moves ahead".formatted(horizon);
    }
  }

  /// Non-myopic stability: stable for every horizon from some horizon on.
  record NonMyopic() implements Notion {
    @Override
    public String name() {
      return "NM";
    }

    @Override
    public String fullName() {
      return "non-myopic stability";
    }

    @Override
    public String meaning() {
      return "nobody expects to gain by moving, however far ahead it looks";
    }
  }

  /// Stackelberg stability: one leads and reckons with the other's best reply.
  record Stackelberg() implements Notion {
    @Override
    public String name() {
      return "ST";
    }

    @Override
    public String fullName() {
      return "Stackelberg stability";
    }

    @Override
    public String meaning() {
      return "the leader expects no gain from moving once the other has replied, and the follower"
          + " can gain by no move of its own";
    }
  }

  /// As on the command line and in JSON: `L1` to `L99`, `NM`, `ST`.
  String name();

  String fullName();

  /// In one line, for readers.
  String meaning();

  /// For a sentence.
  default Slot.OfConcept slot() {
    return new Slot.OfConcept(name(), "%s: %s".formatted(fullName(), meaning()));
  }

  /// Every notion, by how far it looks.
  static List<Notion> all() {
    List<Notion> all = new ArrayList<>();
    for (int h = 1; h <= FARTHEST; h++) all.add(new Limited(h));
    all.add(new NonMyopic());
    all.add(new Stackelberg());
    return all;
  }

  /// The notion of this name; empty where there is none.
  static Optional<Notion> named(String name) {
    Matcher limited = LIMITED.matcher(name);
    if (limited.matches()) return Optional.of(new Limited(Integer.parseInt(limited.group(1))));
    return switch (name) {
      case "NM" -> Optional.of(new NonMyopic());
      case "ST" -> Optional.of(new Stackelberg());
      default -> Optional.empty();
    };
  }
}
