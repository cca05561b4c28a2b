package demarche.exchange;

import demarche.analysis.Case;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.scenario.InvalidScenario;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.OptionEntry.Stride;
import demarche.scenario.Problem;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes a Gambit strategic game (`.nfg`, payoff version): each actor chooses among the settings
/// of its own options, all at once.
///
/// Payoffs are ranks: 1 for the worst state, equal for ties. A cell that is no feasible state has 0
/// for everybody, so that nobody gains by going there. Where every option moves freely, the pure
/// Nash equilibria that are states are the R equilibria.
public final class NfgWriter {
  /// Numbers in the file: cells times players.
  public static final int MOST_NUMBERS = 2_000_000;

  private final StateSpace space;
  private final Model model;
  private final List<List<List<Integer>>> strategies = new ArrayList<>();
  private final List<String> notes;
  private int gaps;

  private NfgWriter(Case about) {
    this.space = about.space();
    this.model = about.model();
    this.notes = new ArrayList<>(new Losses(model).common());
    notes.add("not kept: the ids and the status quo");
  }

  /// @throws InvalidScenario if the scenario has what the format cannot hold
  /// @throws TooLarge before memory is taken
  public static Exported of(Case about) {
    Limits limits = new Limits(about, ".nfg");
    List<Problem> never = new ArrayList<>(limits.graph());
    never.addAll(limits.bodies());
    if (!never.isEmpty()) throw new InvalidScenario(never);
    NfgWriter writer = new NfgWriter(about);
    return Exported.of(writer.text(), writer.notes);
  }

  private String text() {
    for (Actor actor : model.actors()) strategies.add(settings(actor));
    refuseTooMany();
    String numbers = numbers();
    noteMoves();
    if (gaps > 0) {
      notes.add(
          "%,d cells are no feasible state; they have payoff 0 for everybody, below every rank"
              .formatted(gaps));
    }
    notes.add("payoffs are ranks, not utilities: good for pure equilibria, not for mixed ones");
    String comment =
        "Written by Demarche. Payoffs are ordinal ranks: 1 is worst, equal is a tie; 0 for all marks"
            + " a cell that is no feasible state. Do not read mixed strategies into them. A strategy"
            + " names the options that its player sets above the lowest level.";
    return "NFG 1 R %s { %s }\n\n{ %s\n}\n%s\n\n%s"
        .formatted(
            quoted(model.scenario().head().title()),
            players().stream().map(NfgWriter::quoted).collect(Collectors.joining(" ")),
            labels(),
            quotedWhole(comment),
            numbers);
  }

  /// Names; ids where two actors have the same name.
  private List<String> players() {
    List<String> names = model.actors().stream().map(a -> Quoted.clean(a.name())).toList();
    boolean distinct = new TreeSet<>(names).size() == names.size();
    return distinct ? names : model.actors().stream().map(Actor::id).toList();
  }

  /// A backslash before a quote would hide the quote, so there is none.
  private static String quoted(String text) {
    return quotedWhole(Quoted.clean(text));
  }

  private static String quotedWhole(String text) {
    return '"' + text.replace('\\', '/').replace("\"", "\\\"") + '"';
  }

  /// The settings of an actor's own options that some feasible state has, ascending.
  private List<List<Integer>> settings(Actor actor) {
    TreeSet<List<Integer>> found =
        new TreeSet<>(
            (a, b) -> Arrays.compare(a.toArray(Integer[]::new), b.toArray(Integer[]::new)));
    space
        .states()
        .forEach(s -> {
          found.add(actor.options().stream().map(o -> space.level(s, o)).toList());
        });
    return List.copyOf(found);
  }

  private void refuseTooMany() {
    BigInteger numbers = BigInteger.valueOf(strategies.size());
    for (var own : strategies) numbers = numbers.multiply(BigInteger.valueOf(own.size()));
    if (numbers.compareTo(BigInteger.valueOf(MOST_NUMBERS)) <= 0) return;
    throw new TooLarge(
        "the game in .nfg",
        "%,d payoffs".formatted(numbers),
        "%,d".formatted(MOST_NUMBERS),
        "a variant (passive, agenda) that holds options leaves fewer cells");
  }

  private String labels() {
    return model.actors().stream()
        .map(actor ->
            strategies.get(actor.index()).stream()
                .map(setting -> quotedWhole(label(actor, setting)))
                .collect(Collectors.joining(" ", "\n  { ", " }")))
        .collect(Collectors.joining());
  }

  private String label(Actor actor, List<Integer> setting) {
    List<String> above = new ArrayList<>();
    for (int k = 0; k < setting.size(); k++) {
      Option option = actor.options().get(k);
      int level = setting.get(k);
      if (level == 0) continue;
      boolean plain = option.levels().equals(List.of("no", "yes"));
      above.add(plain ? option.shortId() : option.shortId() + "=" + option.levels().get(level));
    }
    return above.isEmpty() ? "none" : String.join("+", above);
  }

  /// Cell by cell, the first player's strategy changing fastest.
  private String numbers() {
    StringBuilder text = new StringBuilder();
    int[] at = new int[strategies.size()];
    int[] levels = model.statusQuo();
    while (true) {
      for (Actor actor : model.actors()) {
        List<Integer> setting = strategies.get(actor.index()).get(at[actor.index()]);
        for (int k = 0; k < setting.size(); k++) {
          levels[actor.options().get(k).index()] = setting.get(k);
        }
      }
      int state = space.state(levels);
      if (state < 0) gaps++;
      text.append(
          model.actors().stream()
              .map(a -> String.valueOf(state < 0 ? 0 : 1 + space.rank(a, state)))
              .collect(Collectors.joining(" ", "", "\n")));
      int player = 0;
      while (player < at.length && ++at[player] == strategies.get(player).size()) {
        at[player++] = 0;
      }
      if (player == at.length) return text.toString();
    }
  }

  private void noteMoves() {
    List<String> bound =
        model.options().stream()
            .filter(o -> o.freedom() != Freedom.BOTH || o.stride() == Stride.ONE)
            .filter(o -> !o.isFree())
            .map(Option::id)
            .toList();
    if (bound.isEmpty()) return;
    notes.add(
        "not kept: one-way and stepwise moves of %s; R equilibria may be more than Nash equilibria"
            .formatted(String.join(", ", bound)));
  }
}
