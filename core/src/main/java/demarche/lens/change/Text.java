package demarche.lens.change;

import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Proposition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Propositions in the notation of the file.
record Text(Model model) {
  String of(Proposition proposition) {
    return switch (proposition) {
      case Proposition.Within within -> within(within);
      case Proposition.Not(var inner) -> "not (" + of(inner) + ")";
      case Proposition.All(var parts) -> joined(parts, " and ", always());
      case Proposition.Any(var parts) -> joined(parts, " or ", "not (" + always() + ")");
      case Proposition.Same(var left, var right) -> "((" + of(left) + ") <-> (" + of(right) + "))";
      case Proposition.Counted(var parts, int low, int high) -> {
        if (parts.isEmpty()) yield low <= 0 && 0 <= high ? always() : "not (" + always() + ")";
        String count =
            parts.stream().map(this::of).collect(Collectors.joining(", ", "count(", ")"));
        yield "(%s >= %d and %s <= %d)".formatted(count, low, count, high);
      }
    };
  }

  private String joined(List<Proposition> parts, String word, String none) {
    if (parts.isEmpty()) return none;
    return parts.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
  }

  private String always() {
    return within(new Proposition.Within(0, 0, model.option(0).levels().size() - 1));
  }

  /// A comparison of one option, as short as it can be said.
  String within(Proposition.Within within) {
    Option option = model.option(within.option());
    if (within.low() > within.high()) return "not (" + always() + ")";
    if (model.isGraph()) {
      return IntStream.rangeClosed(within.low(), within.high())
          .mapToObj(l -> option.levels().get(l))
          .collect(Collectors.joining(" or ", "(", ")"));
    }
    String name = model.label(option);
    int last = option.levels().size() - 1;
    String low = option.levels().get(within.low());
    String high = option.levels().get(within.high());
    if (within.low() == within.high()) return name + " = " + low;
    if (within.low() == 0) return name + " <= " + high;
    if (within.high() == last) return name + " >= " + low;
    return "(%s >= %s and %s <= %s)".formatted(name, low, name, high);
  }
}
