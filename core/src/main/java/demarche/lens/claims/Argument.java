package demarche.lens.claims;

import demarche.scenario.Check;
import demarche.scenario.Expression;
import java.util.List;

/// What stands in one place of a call, found to be of the right kind.
sealed interface Argument {
  /// A name of the file, or one of a few words.
  record Id(String text) implements Argument {}

  record Ids(List<String> texts) implements Argument {
    public Ids {
      texts = List.copyOf(texts);
    }
  }

  /// A state by its code, or by a name that the file gives it.
  record OfState(Check written) implements Argument {}

  record Condition(Expression written) implements Argument {}

  record Year(int number) implements Argument {}

  record Filter(String column, String value) implements Argument {}

  /// A check, or a set, within a check.
  record Inner(Typed term) implements Argument {}
}
