package demarche.report;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts what lenses say into words, and remembers which words of the literature the reader has met.
final class Phrases {
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private final List<String> unexplained = new ArrayList<>();

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

  /// With a full stop, where it has none.
  Words sentence(Sentence sentence) {
    return of(sentence).stop();
  }

  Words of(Slot slot) {
    return switch (slot) {
      case Slot.OfParty(var _, String name) -> plain(name);
      case Slot.OfState state -> state(state);
      case Slot.Setting setting -> plain(setting(setting));
      case Slot.OfConcept concept -> plain(met(concept));
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

  private Words several(List<Slot> items) {
    boolean long_ =
        items.stream().anyMatch(i -> i instanceof Slot.OfState || i instanceof Slot.Clause);
    Words words = new Words();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) words.add(i < items.size() - 1 ? separator(long_) : last(long_), Tone.PLAIN);
      words.add(of(items.get(i)));
    }
    return words;
  }

  private static String separator(boolean long_) {
    return long_ ? "; " : ", ";
  }

  private static String last(boolean long_) {
    return long_ ? "; and " : " and ";
  }

  /// The concept's name; its meaning will be told where the reader first meets it.
  String met(Slot.OfConcept concept) {
    String before = meanings.putIfAbsent(concept.name(), concept.meaning());
    if (before == null) unexplained.add(concept.name());
    return concept.name();
  }

  /// The concepts met since this was last asked, with their meanings.
  Map<String, String> newlyMet() {
    Map<String, String> news = new LinkedHashMap<>();
    unexplained.forEach(name -> news.put(name, meanings.getOrDefault(name, "")));
    unexplained.clear();
    return news;
  }
}
