package demarche.report;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.report.view.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sentences as runs of text for a page, with a link from each word of the literature to its
/// meaning.
final class Spelled {
  private final Phrases phrases;
  private final Map<String, String> meanings = new HashMap<>();

  Spelled(List<Slot.OfConcept> vocabulary) {
    phrases = new Phrases(vocabulary);
    vocabulary.forEach(word -> meanings.putIfAbsent(word.name(), word.meaning()));
  }

  Text of(Sentence sentence) {
    return text(phrases.of(sentence));
  }

  /// With a full stop.
  Text sentence(Sentence sentence) {
    return text(phrases.sentence(sentence));
  }

  Text of(Slot slot) {
    return text(phrases.of(slot));
  }

  private Text text(Words words) {
    return new Text(words.pieces().stream().map(this::run).toList());
  }

  private Text.Run run(Words.Piece piece) {
    return switch (piece.tone()) {
      case TERM -> term(piece.text());
      case FAINT -> new Text.Run(piece.text(), Text.Look.FAINT, "", "");
      case HEADING -> new Text.Run(piece.text(), Text.Look.STRONG, "", "");
      case PLAIN, YES, WARNING, WRONG -> new Text.Run(piece.text(), Text.Look.PLAIN, "", "");
    };
  }

  private Text.Run term(String name) {
    String meaning = meanings.getOrDefault(name, "");
    return meaning.isEmpty()
        ? new Text.Run(name, Text.Look.PLAIN, "", "")
        : new Text.Run(name, Text.Look.TERM, "#" + termId(name), meaning);
  }

  /// A word that may be one of the literature.
  Text word(String text) {
    return meanings.containsKey(text) ? new Text(List.of(term(text))) : plain(text);
  }

  static String termId(String name) {
    return "term-" + id(name);
  }

  /// Fit to stand behind `#`.
  static String id(String text) {
    return text.replaceAll("[^A-Za-z0-9_]+", "-");
  }

  static Text plain(String text) {
    return Text.of(Glyphs.harmless(text));
  }

  static Text code(String text) {
    return text.isEmpty()
        ? Text.NONE
        : new Text(List.of(new Text.Run(Glyphs.harmless(text), Text.Look.CODE, "", "")));
  }

  /// A link, if the address is one of the web; else the text alone.
  static Text.Run link(String text, String address) {
    return new Text.Run(
        Glyphs.harmless(text), Text.Look.PLAIN, isWeb(address) ? address.strip() : "", "");
  }

  private static boolean isWeb(String address) {
    try {
      URI uri = new URI(address.strip());
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
