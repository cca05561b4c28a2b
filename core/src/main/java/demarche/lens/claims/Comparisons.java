package demarche.lens.claims;

import demarche.model.Model;
import demarche.scenario.Check;
import demarche.scenario.Exact;
import demarche.scenario.Expression.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the types of the two sides of a comparison: a bare name means what the other side is.
record Comparisons(Checker checker) {
  private static final List<String> ANSWERS = List.of("yes", "no");

  @Nullable Typed of(Check.Compare compare) {
    Check left = compare.left();
    Check right = compare.right();
    if (Checker.needsContext(left) && Checker.needsContext(right)) return bothBare(compare);
    Typed known = checker.value(Checker.needsContext(left) ? right : left);
    Check rest = Checker.needsContext(left) ? left : right;
    if (known == null) return null;
    Typed other = Checker.needsContext(rest) ? like(known, rest) : checker.value(rest);
    if (other == null) return null;
    boolean swapped = Checker.needsContext(left);
    Typed first = swapped ? other : known;
    Typed second = swapped ? known : other;
    if (!fits(compare, first, second)) return null;
    return new Typed.Compare(first, compare.relation(), second, compare);
  }

  private @Nullable Typed bothBare(Check.Compare compare) {
    return refused(
        compare,
        "%s and %s are both mere names; a claim asks a function, such as"
            + " count(equilibria(SEQ, %s = %s)) > 0",
        Checker.inWords(compare.left()),
        Checker.inWords(compare.right()),
        bare(compare.left()),
        bare(compare.right()));
  }

  private static String bare(Check written) {
    return written instanceof Check.Name name ? name.text() : "...";
  }

  private @Nullable Typed refused(Check written, String message, Object... arguments) {
    checker.problems().error(written.place(), message, arguments);
    return null;
  }

  private boolean fits(Check.Compare compare, Typed left, Typed right) {
    if (left.type() != right.type()) {
      refused(
          compare,
          "%s cannot be compared with %s%s",
          left.type().inWords(),
          right.type().inWords(),
          left.type().isSet() && right.type() == Type.NUMBER
              ? "; write count(...) around the set"
              : "");
      return false;
    }
    boolean equality =
        compare.relation() == Relation.EQUAL || compare.relation() == Relation.UNEQUAL;
    if (left.type() == Type.NUMBER || equality) return true;
    refused(
        compare,
        "'%s' compares numbers, found %s%s",
        compare.relation().sign(),
        left.type().inWords(),
        left.type().isSet() ? "; compare count(...), or ask with 'in'" : "");
    return false;
  }

  /// A bare name, code or set, read as what the other side is; null after a complaint.
  private @Nullable Typed like(Typed other, Check written) {
    return switch (other.type()) {
      case TRUTH -> answer(written);
      case NUMBER ->
          refused(
              written,
              "expected a number to compare with, found %s%s",
              Checker.inWords(written),
              written instanceof Check.Text ? "; numbers have no quotes" : "");
      case TEXT -> word(other, written);
      case PARTIES, STATES, PARTS, TEXTS -> members(other, written);
    };
  }

  private @Nullable Typed answer(Check written) {
    String text = written instanceof Check.Name name ? name.text() : "";
    if (ANSWERS.contains(text)) {
      return new Typed.Literal(Type.TRUTH, new Value.Truth(text.equals("yes")), written);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return refused(
        written,
        "expected yes or no, found %s%s",
        Checker.inWords(written),
        lower.equals("true") ? "; write yes" : lower.equals("false") ? "; write no" : "");
  }

  private @Nullable Typed word(Typed other, Check written) {
    String text = text(written);
    if (text.isEmpty()) {
      return refused(written, "expected a word, found %s", Checker.inWords(written));
    }
    List<String> answers = other instanceof Typed.Call call ? call.function().answers() : List.of();
    if (!answers.isEmpty() && !answers.contains(text)) {
      return refused(written, "%s", Checker.unknown("answer", text, answers));
    }
    return new Typed.Literal(Type.TEXT, new Value.Text(text), written);
  }

  private static String text(Check written) {
    return switch (written) {
      case Check.Name name -> name.text();
      case Check.Text(var text, var _) -> text;
      default -> "";
    };
  }

  private @Nullable Typed members(Typed other, Check written) {
    if (written instanceof Check.Bracket(var inner, var _)) return members(other, inner);
    if (!(written instanceof Check.Group group)) {
      return refused(
          written,
          "%s is compared with a set, which stands in { }: {%s}; or ask with 'in'",
          Checker.inWords(written),
          written instanceof Check.Text(var text, var _) ? '"' + text + '"' : text(written));
    }
    return set(other, group.items(), written);
  }

  /// Names or codes as a set of the same kind as another.
  private @Nullable Typed set(Typed other, List<Check> items, Check written) {
    Model world = checker.world(other.variant());
    if (other.type() == Type.STATES) {
      long sound = items.stream().filter(item -> checker.isState(item, world)).count();
      if (sound < items.size()) return null;
      return new Typed.Listed(Type.STATES, items, other.variant(), written);
    }
    List<String> names = new ArrayList<>();
    for (Check item : items) {
      if (isMember(other, item, world)) names.add(text(item));
    }
    if (names.size() < items.size()) return null;
    return new Typed.Literal(other.type(), Value.Named.of(names), written);
  }

  private boolean isMember(Typed other, Check item, Model world) {
    if (other.type() == Type.PARTIES) {
      List<String> known = new Known(world).parties();
      if (item instanceof Check.Name name && known.contains(name.text())) return true;
      if (item instanceof Check.Text(var quoted, var _) && known.contains(quoted)) {
        refused(item, "names are written without quotes: %s", quoted);
        return false;
      }
      if (item instanceof Check.Name name && checker.broken().covers(name.text())) return false;
      refused(item, "%s", Checker.unknown("actor or body", text(item), known));
      return false;
    }
    if (other instanceof Typed.On on && other.type() == Type.PARTS) {
      long options =
          world.options().stream().filter(o -> on.parties().contains(o.holder())).count();
      if (item instanceof Check.Text(var code, var _) && code.length() == options) return true;
      refused(
          item,
          "expected a code of %d characters in quotes, one for each option of %s, found %s",
          options,
          String.join(", ", on.parties()),
          Checker.inWords(item));
      return false;
    }
    return true;
  }

  @Nullable Typed of(Check.In in) {
    if (in.set() instanceof Check.Group group) return amongWords(in, group);
    if (in.set() instanceof Check.Range range) return within(in, range);
    Typed set = checker.set(in.set());
    if (set == null) return null;
    Check element = in.element();
    Typed member =
        switch (element) {
          case Check.Name _, Check.Text _ -> set(set, List.of(element), element);
          case Check.Group group -> set(set, group.items(), element);
          default -> checker.value(element);
        };
    if (member == null) return null;
    boolean word = member.type() == Type.TEXT && set.type() == Type.TEXTS;
    if (member.type() != set.type() && !word) {
      return refused(in, "%s cannot be in %s", member.type().inWords(), set.type().inWords());
    }
    return new Typed.In(member, set, in);
  }

  /// `probability(war) in [0.02, 0.08]`.
  private @Nullable Typed within(Check.In in, Check.Range range) {
    Typed number = checker.number(in.element(), "that an interval may hold");
    Typed low = checker.number(range.low(), "as the lower end");
    Typed high = checker.number(range.high(), "as the upper end");
    if (number == null || low == null || high == null) return null;
    if (isAbove(low, high)) {
      return refused(
          range,
          "the interval from %s to %s is empty; the lower end comes first",
          Shown.text(((Typed.Literal) low).value()),
          Shown.text(((Typed.Literal) high).value()));
    }
    return new Typed.Within(number, low, high, in);
  }

  private static boolean isAbove(Typed low, Typed high) {
    return low instanceof Typed.Literal(var _, Value.Amount(var least), var _)
        && high instanceof Typed.Literal(var _, Value.Amount(var most), var _)
        && Exact.compare(least, most) > 0;
  }

  /// `reason(a, p) in {value, veto}`, or a set within a listed one.
  private @Nullable Typed amongWords(Check.In in, Check.Group group) {
    if (Checker.needsContext(in.element())) {
      return refused(
          in,
          "%s and a written set are both mere names; one side must ask a function",
          Checker.inWords(in.element()));
    }
    Typed element = checker.value(in.element());
    if (element == null) return null;
    if (element.type().isSet()) {
      Typed set = set(element, group.items(), group);
      return set == null ? null : new Typed.In(element, set, in);
    }
    if (element.type() != Type.TEXT) {
      return refused(in, "%s cannot be in a set of words", element.type().inWords());
    }
    List<String> words = new ArrayList<>();
    for (Check item : group.items()) {
      if (word(element, item) != null) words.add(text(item));
    }
    if (words.size() < group.items().size()) return null;
    return new Typed.In(element, new Typed.Literal(Type.TEXTS, Value.Named.of(words), group), in);
  }
}
