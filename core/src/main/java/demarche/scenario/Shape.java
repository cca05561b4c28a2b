package demarche.scenario;

import java.util.ArrayList;
import java.util.List;

/// Which keys each kind of entry may have: the one table of the reader, held against the schema by
/// a test.
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies that nobody can change
enum Shape {
  FILE(
      "the file",
      "demarche title actors",
      "date summary extends sources parameters bodies events conditions constraints"
          + " status-quo issues proposals targets measures disagreement beliefs forecast variants"
          + " ties flows tables places trace claims graph"),
  SOURCE("a source", "title", "author date url note"),
  CITATION("a citation", "ref", "at against"),
  PARAMETER("a parameter", "", "value range mode from source because"),
  NUMBER("a number", "value", "range mode source because"),
  ACTOR(
      "an actor",
      "",
      "name kind part-of locks options red-lines priorities values ranking alternatives source"
          + " because"),
  LOCK("a lock", "option unless", "source because"),
  OPTION("an option", "", "name levels moves stride source because"),
  RED_LINE("a red line", "never", "id source because"),
  PRIORITY("a priority", "want", "id probability source because"),
  TERM("a value term", "", "id want avoid weight of weights range mode stated source because"),
  ALTERNATIVE(
      "an alternative", "", "by probability red-lines priorities values ranking source because"),
  BODY(
      "a body", "members rule", "name options others sponsors objection-cost after source because"),
  OTHER("a member that is no actor", "", "name follows votes yes-with source because"),
  RULE("a rule", "", "yes veto weights quota yes-share of source because"),
  EVENT("an event", "", "name levels source because"),
  CONDITION("a condition", "when", "source because"),
  CONSTRAINT("a constraint", "", "id impossible require source because"),
  PROPOSAL("a proposal", "", "name by does steps consent source because"),
  TARGET("a target", "when", "name of between base-rate source because"),
  MEASURE("a measure", "", "terms unit id want avoid weight of weights range mode source because"),
  BELIEF("what an actor believes", "", "of blind-to thinks source because"),
  THOUGHT("what an actor thinks of another's beliefs", "", "of blind-to source because"),
  VIEW(
      "a picture of an actor",
      "",
      "red-lines priorities values ranking alternatives source because"),
  FORECAST("the forecast", "horizon tempo sharpness", "hazards"),
  HAZARD("a hazard", "id rate does", "range mode when source because"),
  VARIANT(
      "a variant",
      "",
      "on scenario because parameters status-quo bodies beliefs ties forecast require impossible"
          + " agenda passive absent indifferent without-veto copies stated"),
  SEATS("a variant's body", "", "members others rule objection-cost"),
  TIE("a tie", "from to", "access trust leverage source because"),
  FLOW("a flow", "file", "unit both source because"),
  TABLE("a table", "file", "format source because"),
  SITE("a place", "lat lon", "source because"),
  TRACE(
      "a trace entry",
      "date",
      "by does state variant claimed resolution votes note source because"),
  CLAIMED("a disputed attribution", "by", "source because"),
  CLAIM("a claim", "id says mark", "quotes check source because"),
  GRAPH("the graph", "states moves", ""),
  GRAPH_STATE("a state of the graph", "", "name shows");

  private final String inWords;
  private final List<String> required;
  private final List<String> keys;

  Shape(String inWords, String required, String optional) {
    this.inWords = inWords;
    this.required = words(required);
    List<String> all = new ArrayList<>(this.required);
    all.addAll(words(optional));
    this.keys = List.copyOf(all);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  /// How a message names such an entry.
  String inWords() {
    return inWords;
  }

  List<String> required() {
    return required;
  }

  List<String> keys() {
    return keys;
  }
}
