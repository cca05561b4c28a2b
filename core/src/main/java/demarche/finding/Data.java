package demarche.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// An answer for programs: what JSON and tables are written from.
public sealed interface Data {
  record Text(String text) implements Data {}

  record Whole(long number) implements Data {}

  record Real(double number) implements Data {}

  /// A number known exactly: a decimal where it has one, else a fraction as text.
  record Exact(BigFraction number) implements Data {}

  record Flag(boolean value) implements Data {}

  /// No value: there is none, which is an answer too.
  record Nothing() implements Data {}

  /// State codes, ascending. May be long: a renderer may cut it short, and then says so beside it.
  record States(List<String> codes) implements Data {}

  record Items(List<Data> items) implements Data {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Named parts, in order.
  record Fields(Map<String, Data> fields) implements Data {
    public Fields {
      fields = new LinkedHashMap<>(fields);
    }
  }
}
