package demarche.store;

import demarche.ensemble.Column;
import demarche.ensemble.Design;
import demarche.ensemble.Sampling;
import demarche.store.Stored.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Two runs side by side.
///
/// @param pairing whether draw *k* of one goes with draw *k* of the other
/// @param differing what of the designs differs, in words
/// @param both findings that both runs have
/// @param onlyFirst keys of findings that the second run lacks
/// @param onlySecond keys of findings that the first run lacks
public record Comparison(
    StoredRun first,
    StoredRun second,
    Pairing pairing,
    List<Difference> differing,
    List<Contrast> both,
    List<String> onlyFirst,
    List<String> onlySecond) {
  public Comparison {
    differing = List.copyOf(differing);
    both = List.copyOf(both);
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
  }

  /// How the draws of two runs belong together.
  public enum Pairing {
    /// Same seed and sampling: draw *k* of both has the same random numbers.
    COMMON,
    /// Independent of each other.
    NONE
  }

  /// A part of the designs that is not the same.
  public record Difference(String what, String first, String second) {}

  /// One finding in both runs.
  ///
  /// @param difference second less first; of words, in which share of the draws they differ
  /// @param changed in how many draws they differ; empty where runs are not paired
  public record Contrast(
      Column column,
      Side first,
      Side second,
      OptionalDouble difference,
      Optional<Interval> interval,
      Optional<Long> changed) {}

  /// What one of the runs has. Draws with an answer count, of numbers a finite one; of paired runs
  /// those that have one in both.
  ///
  /// @param draws how many count
  /// @param value the share of yes, the mean, or the share of the most frequent word
  /// @param word the most frequent word; empty for numbers, yes and no
  public record Side(long draws, OptionalDouble value, String word) {}

  /// @throws UnknownRun if there is none of one of the names
  public static Comparison of(RunStore store, String firstName, String secondName) {
    StoredRun first = store.run(firstName);
    StoredRun second = store.run(secondName);
    Pairing pairing = pairing(first.design(), second.design());
    Contrasts contrasts = new Contrasts(store.database(), first.id(), second.id(), pairing);
    List<Contrast> both = new ArrayList<>();
    List<String> onlyFirst = new ArrayList<>();
    List<Stored> others = findings(store, second);
    for (Stored column : findings(store, first)) {
      Optional<Stored> same = others.stream().filter(o -> isSame(column, o)).findFirst();
      if (same.isEmpty()) onlyFirst.add(column.column().key());
      else both.add(contrasts.of(column, same.get()));
    }
    List<String> onlySecond =
        others.stream()
            .filter(o -> both.stream().noneMatch(c -> isSame(c.column, o.column())))
            .map(o -> o.column().key())
            .toList();
    return new Comparison(
        first,
        second,
        pairing,
        differing(first.design(), second.design()),
        both,
        onlyFirst,
        onlySecond);
  }

  private static List<Stored> findings(RunStore store, StoredRun run) {
    return store.columns(run.id()).stream().filter(c -> c.role() == Role.FINDING).toList();
  }

  private static boolean isSame(Stored a, Stored b) {
    return isSame(a.column(), b.column());
  }

  private static boolean isSame(Column a, Column b) {
    return a.key().equals(b.key()) && a.kind() == b.kind();
  }

  /// The layers of a Latin square depend on how many draws there are.
  private static Pairing pairing(Design a, Design b) {
    boolean common =
        a.seed() == b.seed()
            && a.sampling() == b.sampling()
            && (a.sampling() != Sampling.LATIN || a.runs() == b.runs())
            && keys(a).equals(keys(b));
    return common ? Pairing.COMMON : Pairing.NONE;
  }

  private static List<String> keys(Design design) {
    return design.inputs().stream().map(Column::key).toList();
  }

  private static List<Difference> differing(Design a, Design b) {
    List<Difference> all =
        List.of(
            new Difference("scenario", a.title(), b.title()),
            new Difference("file", a.file(), b.file()),
            new Difference("sha256", a.sha256(), b.sha256()),
            new Difference("variant", a.variant(), b.variant()),
            new Difference("version", a.version(), b.version()),
            new Difference("seed", Long.toString(a.seed()), Long.toString(b.seed())),
            new Difference("sampling", a.sampling().key(), b.sampling().key()),
            new Difference("draws", Long.toString(a.runs()), Long.toString(b.runs())),
            new Difference(
                "inputs", String.join(", ", lacking(b, a)), String.join(", ", lacking(a, b))));
    return all.stream().filter(d -> !Objects.equals(d.first, d.second)).toList();
  }

  /// The inputs of `more` that `design` has not.
  private static List<String> lacking(Design design, Design more) {
    List<String> known = keys(design);
    return keys(more).stream().filter(key -> !known.contains(key)).toList();
  }
}
