package demarche.exchange;

import demarche.scenario.Problems;
import java.util.List;

/// Asks values of a JSON file for what they should be.
record Shape(Problems problems) {
  Json.Fields fields(Json json, String what) {
    if (json instanceof Json.Fields fields) return fields;
    throw unexpected(json, what, "an object");
  }

  List<Json> items(Json json, String what) {
    if (json instanceof Json.Items(var items, var _)) return items;
    throw unexpected(json, what, "a list");
  }

  String text(Json json, String what) {
    if (json instanceof Json.Text(String text, var _)) return text;
    throw unexpected(json, what, "text");
  }

  int whole(Json json, String what) {
    if (json instanceof Json.Whole(int number, var _)) return number;
    throw unexpected(json, what, "a whole number");
  }

  boolean flag(Json json, String what) {
    if (json instanceof Json.Flag(boolean value, var _)) return value;
    throw unexpected(json, what, "true or false");
  }

  /// The value of a key that must be there.
  Json required(Json.Fields from, String key, String what) {
    Json json = from.fields().get(key);
    if (json != null) return json;
    throw problems.fatal(from.place(), "%s has no '%s'", what, key);
  }

  private RuntimeException unexpected(Json found, String what, String expected) {
    return problems.fatal(
        found.place(), "%s is %s, expected %s", what, Quoted.clean(found.kind()), expected);
  }
}
