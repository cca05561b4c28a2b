package demarche.report;

import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts what lenses say into words, and remembers which words of the literature the reader has met.
final class Phrases {
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private boolean explained;
  private boolean waiting;

  /// @param vocabulary the words of the literature that will be used, in the order in which they
  ///   are to be explained
  Phrases(List<Slot.OfConcept> vocabulary) {
    vocabulary.forEach(word -> meanings.putIfAbsent(word.name(), word.meaning()));
  }

  Words of(Sentence sentence) {
    Words words = new Words();
    String[] parts = sentence.pattern().split("\\{}", -1);
    words.add(Glyphs.harmless(parts[0]), Tone.PLAIN);
    for (int i = 1; i < parts.length; i++) {
      words.add(of(sentence.slots().get(i - 1)));
      words.add(Glyphs.harmless(parts[i]), Tone.PLAIN);
    }
    return words;
  }

  /// With a full stop, where it has none; one that begins with a state begins with a capital.
  Words sentence(Sentence sentence) {
    boolean state =
        sentence.pattern().startsWith("{}") && sentence.slots().getFirst() instanceof Slot.OfState;
    Words words = of(sentence).stop();
    return state ? words.capitalised() : words;
  }

  Words of(Slot slot) {
    return switch (slot) {
      case Slot.OfParty(var _, String name) -> plain(name);
      case Slot.OfState state -> state(state);
      case Slot.Setting setting -> plain(setting(setting));
      case Slot.OfConcept concept -> new Words().add(Glyphs.harmless(met(concept)), Tone.TERM);
      case Slot.Count(long number, String one, String many) -> plain(count(number, one, many));
      case Slot.Amount(String number, String unit) ->
          plain(unit.isEmpty() ? number : number + "\u00a0" + unit);
      case Slot.OfExpression(String text) -> plain("'" + text + "'");
      case Slot.Quoted(String text) -> plain('"' + text + '"');
      case Slot.Plain(String text) -> plain(text);
      case Slot.Clause(Sentence sentence) -> of(sentence);
      case Slot.Several(var items) -> several(items);
    };
  }

  private static Words plain(String text) {
    return Words.of(Glyphs.harmless(text));
  }

  /// A state in words, with its code for those who want to ask on.
  private static Words state(Slot.OfState state) {
    if (state.differences().isEmpty()) return Words.of("the status quo");
    return plain(differences(state)).add(" [" + Glyphs.harmless(state.code()) + "]", Tone.FAINT);
  }

  /// What a state has otherwise than the status quo, such as `no strike, demand full`.
  static String differences(Slot.OfState state) {
    return Glyphs.harmless(
        state.differences().stream().map(Phrases::setting).collect(Collectors.joining(", ")));
  }

  /// An option at a level: `strike`, `no strike`, `demand full`; of a graph the state's name.
  static String setting(Slot.Setting setting) {
    if (isGraphState(setting)) return setting.level();
    String option = setting.option();
    return switch (setting.level()) {
      case "yes" -> option;
      case "no" -> "no " + option;
      default -> option + " " + setting.level();
    };
  }

  /// The column of an option; states of a graph are told by one column, which needs no name.
  static String header(Slot.Setting setting) {
    return isGraphState(setting) ? "" : setting.option();
  }

  private static boolean isGraphState(Slot.Setting setting) {
    return setting.holder().isEmpty() && setting.name().equals("state");
  }

  static String count(long number, String one, String many) {
    if (one.isEmpty()) return "%,d".formatted(number);
    if (number == 0) return "no " + many;
    return number == 1 ? "1 " + one : "%,d %s".formatted(number, many);
  }

  /// Who goes a way of a map, and whether one is enough.
  static Sentence movers(Figure.Way way) {
    Slot by = new Slot.Several(List.copyOf(way.by()));
    return switch (way.going()) {
      case ALONE -> way.by().size() == 1 ? Sentence.say("{}", by) : Sentence.say("each of {}", by);
      case TOGETHER -> Sentence.say("{} together", by);
    };
  }

  /// Joined by commas, or by semicolons where the items have commas or colons of their own.
  private Words several(List<Slot> items) {
    List<Words> parts = items.stream().map(this::of).toList();
    boolean long_ =
        parts.stream().anyMatch(Words::isDivided)
            || items.stream().anyMatch(Slot.OfState.class::isInstance);
    Words words = new Words();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) words.add(i < parts.size() - 1 ? separator(long_) : last(long_), Tone.PLAIN);
      words.add(parts.get(i));
    }
    return words;
  }

  private static String separator(boolean long_) {
    return long_ ? "; " : ", ";
  }

  private static String last(boolean long_) {
    return long_ ? "; and " : " and ";
  }

  /// The concept's name; the meanings will be told where the reader first meets one.
  String met(Slot.OfConcept concept) {
    if (meanings.putIfAbsent(concept.name(), concept.meaning()) == null) explained = false;
    waiting = true;
    return concept.name();
  }

  /// The header of a column, which may be the name of a concept.
  String header(String text) {
    if (meanings.containsKey(text)) waiting = true;
    return text;
  }

  /// The meanings of all words, once the reader has met the first of them; empty the next time.
  Map<String, String> newlyMet() {
    if (!waiting || explained) return Map.of();
    explained = true;
    return meanings;
  }
}
