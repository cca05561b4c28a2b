package demarche.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The notation of expressions in scenario files, for those that stand elsewhere.
public final class Notation {
  private Notation() {}

  /// Reads an expression from outside a file.
  ///
  /// @param from what it comes from, for messages, such as `--where`
  /// @throws InvalidScenario if the text is no expression
  public static Expression read(String text, String from) {
    Problems problems = new Problems(Map.of(from, List.of(text)));
    Place place = new Place(from, 1, 1, text.length());
    Node.Scalar typed = new Node.Scalar(text, Node.Style.PLAIN, place, text);
    Expression expression = new Intake(problems).expression(typed);
    problems.stopIfAny();
    return expression;
  }

  /// Reads the check of a claim from outside a file.
  ///
  /// @param from what it comes from, for messages
  /// @throws InvalidScenario if the text is no check
  public static Check check(String text, String from) {
    Problems problems = new Problems(Map.of(from, List.of(text)));
    Place place = new Place(from, 1, 1, text.length());
    Node.Scalar typed = new Node.Scalar(text, Node.Style.PLAIN, place, text);
    Optional<Check> check = new Intake(problems).check(typed);
    problems.stopIfAny();
    return check.orElseThrow();
  }

  /// As few brackets as the grammar needs; reading the text gives the same expression.
  public static String of(Expression expression) {
    return switch (expression) {
      case Expression.Name(var word) -> word.text();
      case Expression.Compare(var option, var relation, var level, var _) ->
          option + " " + relation.sign() + " " + level;
      case Expression.Count(var parts, var relation, int number, var _) ->
          parts.stream().map(Notation::of).collect(Collectors.joining(", ", "count(", ") "))
              + relation.sign()
              + " "
              + number;
      case Expression.Not(var inner, var _) -> "not " + within(inner, 4);
      case Expression.And(var parts, var _) -> joined(parts, " and ", 4);
      case Expression.Or(var parts, var _) -> joined(parts, " or ", 3);
      case Expression.Implies(var premise, var conclusion, var _) ->
          within(premise, 2) + " -> " + within(conclusion, 1);
      case Expression.Iff(var left, var right, var _) ->
          within(left, 0) + " <-> " + within(right, 1);
    };
  }

  /// The check of a claim on one line, with the brackets that its author wrote.
  public static String of(Check check) {
    return switch (check) {
      case Check.Name name -> name.text();
      case Check.Amount(var shown, var unit, var _) ->
          shown.toPlainString() + (unit == Check.Amount.Unit.PERCENT ? " %" : "");
      case Check.Text(var text, var _) -> '"' + text + '"';
      case Check.Group(var items, var _) ->
          items.stream().map(Notation::of).collect(Collectors.joining(", ", "{", "}"));
      case Check.Range(var low, var high, var _) -> "[" + of(low) + ", " + of(high) + "]";
      case Check.Bracket(var inner, var _) -> "(" + of(inner) + ")";
      case Check.Call(var name, var arguments, var _) ->
          arguments.stream().map(Notation::of).collect(Collectors.joining(", ", name + "(", ")"));
      case Check.On(var states, var parties, var _) ->
          parties.stream()
              .map(Word::text)
              .collect(Collectors.joining(", ", of(states) + " on (", ")"));
      case Check.Negation(var inner, var _) -> "-" + of(inner);
      case Check.Arithmetic(var operation, var left, var right, var _) ->
          of(left) + " " + sign(operation) + " " + of(right);
      case Check.Compare(var left, var relation, var right, var _) ->
          of(left) + " " + relation.sign() + " " + of(right);
      case Check.In(var element, var set, var _) -> of(element) + " in " + of(set);
      case Check.Not(var inner, var _) -> "not " + of(inner);
      case Check.Joined(var joint, var left, var right, var _) ->
          of(left) + " " + joint.sign() + " " + of(right);
    };
  }

  private static char sign(Formula.Operation operation) {
    return switch (operation) {
      case PLUS -> '+';
      case MINUS -> '-';
      case TIMES -> '*';
      case OVER -> '/';
    };
  }

  private static String joined(List<Expression> parts, String word, int strength) {
    return parts.stream().map(p -> within(p, strength)).collect(Collectors.joining(word));
  }

  /// Brackets what binds no tighter than its surroundings ask.
  private static String within(Expression inner, int least) {
    return strength(inner) >= least ? of(inner) : "(" + of(inner) + ")";
  }

  private static int strength(Expression expression) {
    return switch (expression) {
      case Expression.Iff _ -> 0;
      case Expression.Implies _ -> 1;
      case Expression.Or _ -> 2;
      case Expression.And _ -> 3;
      case Expression.Not _ -> 4;
      case Expression.Count _, Expression.Compare _, Expression.Name _ -> 5;
    };
  }
}
