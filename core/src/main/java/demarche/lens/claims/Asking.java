package demarche.lens.claims;

import demarche.lens.Inquiry;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Model;
import demarche.scenario.BrokenNames;
import demarche.scenario.Check;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Notation;
import demarche.scenario.Problems;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Inquiries that are put to one world after another: names and types are found once.
///
/// Threads may share it.
public final class Asking {
  private final List<Typed> typed;

  private Asking(List<Typed> typed) {
    this.typed = List.copyOf(typed);
  }

  /// @param model that has the names; the worlds that are asked must have them too
  /// @throws InvalidScenario if one is no check, or names what there is not
  public static Asking of(Model model, List<Inquiry> inquiries) {
    List<Typed> typed = new ArrayList<>();
    for (Inquiry inquiry : inquiries) {
      Problems problems = new Problems(Map.of(inquiry.key(), List.of(inquiry.check())));
      Check check = Notation.check(inquiry.check(), inquiry.key());
      Typed term = new Checker(model, new BrokenNames(), problems).value(check);
      problems.stopIfAny();
      if (term != null) typed.add(term);
    }
    return new Asking(typed);
  }

  /// Whether this version can answer a check, and the model has its names.
  public static boolean isAnswerable(Model model, Check check) {
    Problems problems = new Problems(Map.of());
    @Nullable Typed term = new Checker(model, new BrokenNames(), problems).value(check);
    return term != null && term.missing().findAny().isEmpty();
  }

  /// What each inquiry gives, in order.
  public List<Reply.Kind> kinds() {
    return typed.stream().map(Asking::kind).toList();
  }

  private static Reply.Kind kind(Typed term) {
    return switch (term.type()) {
      case TRUTH -> Reply.Kind.TRUTH;
      case NUMBER, STATES, PARTS -> Reply.Kind.AMOUNT;
      case TEXT, PARTIES, TEXTS -> Reply.Kind.TEXT;
    };
  }

  /// The variants that are asked about, in the order in which they are first met.
  public List<String> variants() {
    return typed.stream().flatMap(Asking::variants).distinct().toList();
  }

  /// The variants that a check asks about; some of them twice.
  static Stream<String> variants(Typed term) {
    String own =
        switch (term) {
          case Typed.Call call -> call.variant();
          case Typed.Listed listed -> listed.variant();
          default -> "";
        };
    Stream<String> inner = term.parts().stream().flatMap(Asking::variants);
    return Stream.concat(Stream.of(own).filter(v -> !v.isEmpty()), inner);
  }

  /// What they come to in these worlds, in order. What was found out for one is kept for the
  /// others.
  public List<Reply> replies(Worlds worlds, Run run) {
    Evaluation evaluation = new Evaluation(worlds, run);
    return typed.stream().map(term -> reply(term, evaluation)).toList();
  }

  private static Reply reply(Typed term, Evaluation evaluation) {
    try {
      return reply(evaluation.of(term).value(), kind(term));
    } catch (NoAnswer none) {
      return new Reply.None(none.reason());
    } catch (TooLarge large) {
      return new Reply.None("too large: " + large.getMessage());
    } catch (InvalidScenario invalid) {
      return new Reply.None(invalid.problems().getFirst().message());
    }
  }

  private static Reply reply(Value value, Reply.Kind kind) {
    return switch (value) {
      case Value.Truth(boolean holds) -> new Reply.Truth(holds);
      case Value.Amount(var amount) -> new Reply.Amount(amount.doubleValue());
      case Value.Root(var square) ->
          new Reply.Amount(
              Math.signum(square.doubleValue()) * Math.sqrt(Math.abs(square.doubleValue())));
      case Value.Text(var text) -> new Reply.Text(text);
      case Value.Members members when kind == Reply.Kind.AMOUNT ->
          new Reply.Amount(members.count());
      case Value.Members members ->
          new Reply.Text(members.members().collect(Collectors.joining(", ")));
    };
  }
}
