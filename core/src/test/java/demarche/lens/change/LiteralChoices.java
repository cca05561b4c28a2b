package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.Edit;
import demarche.scenario.Expression;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Notation;
import demarche.scenario.ParameterEntry;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Quantity;
import demarche.scenario.TermEntry;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/// All ways to change a file, one list for each thing that may be changed, as edits of the file.
/// Longer than other files: each kind of change is read once more here, from the words of the file
/// alone.
final class LiteralChoices {
  private final Model model;
  private final Goal goal;
  private final List<List<Choice>> groups = new ArrayList<>();

  /// One way to change one thing.
  ///
  /// @param keys what is changed, in words that tell it from all else; none for leaving it
  record Choice(int cost, List<String> keys, List<Edit> edits, Map<Integer, Integer> levels) {
    static final Choice NOTHING = new Choice(0, List.of(), List.of(), Map.of());

    static Choice of(String key, Edit... edits) {
      return new Choice(1, List.of(key), List.of(edits), Map.of());
    }
  }

  LiteralChoices(Model model, Goal goal, Set<Kind> kinds) {
    this.model = model;
    this.goal = goal;
    kinds.stream().sorted().forEach(this::gather);
  }

  private void gather(Kind kind) {
    switch (kind) {
      case PRIORITIES -> alone().forEach(this::priorities);
      case WEIGHTS -> alone().forEach(this::weights);
      case RED_LINES -> alone().forEach(this::lines);
      case BELIEFS -> model.scenario().beliefs().forEach(this::beliefs);
      case PARAMETERS -> model.scenario().parameters().forEach(this::parameter);
      case OPTIONS -> model.options().forEach(o -> option(o, 1));
      case ISSUES -> model.options().forEach(o -> option(o, 0));
      case RULES -> model.scenario().bodies().forEach(this::rules);
    }
  }

  /// For each thing its choices, of which the first leaves it as it is.
  List<List<Choice>> groups() {
    return groups;
  }

  /// The actors whose wishes are nobody else's.
  private List<Actor> alone() {
    Set<String> bound = new HashSet<>();
    for (Twist twist : model.scenario().twists()) {
      if (twist instanceof Twist.Copies(var one, var other)) {
        bound.add(one.text());
        bound.add(other.text());
      }
      if (twist instanceof Twist.Indifferent(var actor)) bound.add(actor.text());
    }
    return model.actors().stream().filter(a -> !bound.contains(a.id())).toList();
  }

  private void group(List<Choice> choices) {
    List<Choice> all = new ArrayList<>(List.of(Choice.NOTHING));
    all.addAll(choices);
    if (all.size() > 1) groups.add(all);
  }

  private void priorities(Actor actor) {
    ActorEntry entry = model.scenario().actors().get(actor.index());
    if (!(entry.preference() instanceof PreferenceEntry.Priorities(var all))) return;
    List<Choice> choices = new ArrayList<>();
    for (List<Integer> order : permutations(all.size())) {
      for (int turned = 0; turned < 1 << all.size(); turned++) {
        Choice choice = reordered(actor.id(), all, order, turned);
        if (choice.cost > 0) choices.add(choice);
      }
    }
    group(choices);
  }

  private Choice reordered(
      String actor, List<PreferenceEntry.Priority> all, List<Integer> order, int turned) {
    List<String> keys = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    for (int a = 0; a < order.size(); a++) {
      for (int b = a + 1; b < order.size(); b++) {
        if (order.get(a) > order.get(b)) {
          keys.add("swapped %s %d %d".formatted(actor, order.get(b), order.get(a)));
        }
      }
    }
    for (int k = 0; k < all.size(); k++) edits.add(new Edit.DroppedPriority(actor, "priority-1"));
    int place = 1;
    for (int k : order) {
      double chance = model.number(all.get(k).probability()).doubleValue();
      boolean turn = (turned >> k & 1) == 1;
      if (turn && (chance <= 0 || chance >= 1)) return Choice.NOTHING;
      if (turn) keys.add("counted %s %d".formatted(actor, k));
      if (chance >= 0.5 != turn) {
        edits.add(new Edit.NewPriority(actor, Notation.of(all.get(k).want()), place++));
      }
    }
    return new Choice(keys.size(), keys, edits, Map.of());
  }

  private static List<List<Integer>> permutations(int size) {
    List<List<Integer>> all = List.of(List.of());
    for (int k = 0; k < size; k++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : all) {
        for (int at = 0; at <= before.size(); at++) {
          List<Integer> with = new ArrayList<>(before);
          with.add(at, k);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }

  private void weights(Actor actor) {
    ActorEntry entry = model.scenario().actors().get(actor.index());
    if (!(entry.preference() instanceof PreferenceEntry.Values(var terms))) return;
    for (TermEntry term : terms) {
      List<Choice> choices = new ArrayList<>();
      switch (term) {
        case TermEntry.When when -> {
          BigFraction now = model.number(when.weight());
          for (BigFraction end : ends(when.weight().spread(), now)) {
            if (end.equals(now)) continue;
            String key = "moved %s %s %s".formatted(actor.id(), when.id(), number(end));
            choices.add(Choice.of(key, new Edit.Weight(actor.id(), when.id().text(), number(end))));
          }
        }
        case TermEntry.Of of -> {
          boolean idle =
              of.weights().stream().allMatch(w -> model.number(w.weight()).signum() == 0);
          if (idle) break;
          for (BigFraction factor : ends(of.spread(), BigFraction.ONE)) {
            List<Edit> edits = new ArrayList<>();
            for (TermEntry.LevelWeight w : of.weights()) {
              String scaled = number(model.number(w.weight()).multiply(factor));
              edits.add(new Edit.LevelWeight(actor.id(), of.id().text(), w.level().text(), scaled));
            }
            String key = "scaled %s %s %s".formatted(actor.id(), of.id(), number(factor));
            choices.add(new Choice(1, List.of(key), edits, Map.of()));
          }
        }
      }
      group(choices);
    }
  }

  private List<BigFraction> ends(Quantity.Spread spread, BigFraction now) {
    return switch (spread) {
      case Quantity.Fixed() -> List.of();
      case Quantity.Uniform(var low, var high) -> List.of(model.number(low), model.number(high));
      case Quantity.Triangular(var low, var high, var _) ->
          List.of(model.number(low), model.number(high));
      case Quantity.Percent(var percent) -> {
        BigFraction part = now.multiply(model.number(percent)).divide(100);
        yield part.signum() == 0 ? List.of() : List.of(now.subtract(part), now.add(part));
      }
    };
  }

  static String number(BigFraction number) {
    boolean negative = number.signum() < 0;
    return "%s%d / %d"
        .formatted(negative ? "-" : "", number.getNumerator().abs(), number.getDenominator().abs());
  }

  private void parameter(ParameterEntry entry) {
    if (!(entry.origin() instanceof ParameterEntry.Stated(var quantity))) return;
    String id = entry.id().text();
    BigFraction now = model.number(quantity);
    List<Choice> choices = new ArrayList<>();
    for (BigFraction end : ends(quantity.spread(), now)) {
      if (end.equals(now)) continue;
      choices.add(
          Choice.of(
              "parameter %s %s".formatted(id, number(end)), new Edit.Parameter(id, number(end))));
    }
    group(choices);
  }

  private void lines(Actor actor) {
    List<ActorEntry.RedLine> lines = model.scenario().actors().get(actor.index()).redLines();
    List<Expression> written = lines.stream().map(ActorEntry.RedLine::never).toList();
    List<List<List<Expression>>> forms = new ArrayList<>();
    for (Expression never : written) {
      List<List<Expression>> own = new ArrayList<>(List.of(List.of(never), List.of()));
      shifted(never, e -> e, own);
      forms.add(own);
    }
    List<Choice> choices = new ArrayList<>();
    int[] at = new int[forms.size()];
    while (advance(at, forms)) {
      List<String> keys = new ArrayList<>();
      List<Edit> edits = new ArrayList<>();
      for (int l = 0; l < at.length; l++)
        edits.add(new Edit.DroppedRedLine(actor.id(), "red-line-1"));
      for (int l = 0; l < at.length; l++) {
        List<Expression> form = forms.get(l).get(at[l]);
        form.forEach(e -> edits.add(new Edit.NewRedLine(actor.id(), Notation.of(e))));
        if (at[l] == 0) continue;
        String meaning = form.isEmpty() ? "dropped" : table(form.getFirst());
        keys.add("line %s %d %s".formatted(actor.id(), l, meaning));
      }
      choices.add(new Choice(keys.size(), keys, edits, Map.of()));
    }
    group(choices);
  }

  private static boolean advance(int[] at, List<List<List<Expression>>> forms) {
    for (int l = 0; l < at.length; l++) {
      if (++at[l] < forms.get(l).size()) return true;
      at[l] = 0;
    }
    return false;
  }

  private String table(Expression expression) {
    return new Table(model).of(model.clause(expression, "a line").meaning());
  }

  /// Every way to move one comparison by one level.
  private void shifted(
      Expression part, UnaryOperator<Expression> whole, List<List<Expression>> into) {
    switch (part) {
      case Expression.Name(var word) -> {
        var condition =
            model.scenario().conditions().stream()
                .filter(c -> c.id().text().equals(word.text()))
                .findFirst();
        if (condition.isPresent()) shifted(condition.get().expression(), whole, into);
        else levels(word, Relation.MORE, 0, whole, into);
      }
      case Expression.Compare(var option, var relation, var level, var _) ->
          levels(option, relation, found(option).levels().indexOf(level.text()), whole, into);
      case Expression.Not(var inner, var place) ->
          shifted(inner, e -> whole.apply(new Expression.Not(e, place)), into);
      case Expression.And(var parts, var place) ->
          each(parts, e -> whole.apply(new Expression.And(e, place)), into);
      case Expression.Or(var parts, var place) ->
          each(parts, e -> whole.apply(new Expression.Or(e, place)), into);
      case Expression.Count(var parts, var relation, int number, var place) ->
          each(parts, e -> whole.apply(new Expression.Count(e, relation, number, place)), into);
      case Expression.Implies(var premise, var conclusion, var place) -> {
        shifted(premise, e -> whole.apply(new Expression.Implies(e, conclusion, place)), into);
        shifted(conclusion, e -> whole.apply(new Expression.Implies(premise, e, place)), into);
      }
      case Expression.Iff(var left, var right, var place) -> {
        shifted(left, e -> whole.apply(new Expression.Iff(e, right, place)), into);
        shifted(right, e -> whole.apply(new Expression.Iff(left, e, place)), into);
      }
    }
  }

  private void each(
      List<Expression> parts,
      Function<List<Expression>, Expression> whole,
      List<List<Expression>> into) {
    for (int k = 0; k < parts.size(); k++) {
      int at = k;
      shifted(
          parts.get(k),
          e -> {
            List<Expression> other = new ArrayList<>(parts);
            other.set(at, e);
            return whole.apply(other);
          },
          into);
    }
  }

  private Option found(Word word) {
    List<Option> all = new ArrayList<>(model.options());
    all.addAll(model.events());
    return all.stream()
        .filter(o -> o.id().equals(word.text()) || o.shortId().equals(word.text()))
        .findFirst()
        .orElseThrow();
  }

  /// A comparison as at least or at most some level where it is one, else with the level itself;
  /// one that holds at all levels or at none is none, before or after.
  private void levels(
      Word word,
      Relation relation,
      int level,
      UnaryOperator<Expression> whole,
      List<List<Expression>> into) {
    if (model.isGraph()) return; // a state of a graph has no levels
    int last = found(word).levels().size() - 1;
    boolean always =
        switch (relation) {
          case AT_LEAST -> level == 0;
          case AT_MOST -> level == last;
          case LESS, MORE, EQUAL, UNEQUAL -> false;
        };
    boolean never =
        switch (relation) {
          case LESS -> level == 0;
          case MORE -> level == last;
          case AT_LEAST, AT_MOST, EQUAL, UNEQUAL -> false;
        };
    if (always || never) return;
    for (int by : new int[] {-1, 1}) {
      int to = level + by;
      switch (relation) {
        case AT_LEAST -> one(word, Relation.AT_LEAST, to, to >= 1 && to <= last, whole, into);
        case MORE -> one(word, Relation.MORE, to, to >= 0 && to < last, whole, into);
        case AT_MOST -> one(word, Relation.AT_MOST, to, to >= 0 && to < last, whole, into);
        case LESS -> one(word, Relation.LESS, to, to >= 1 && to <= last, whole, into);
        case EQUAL, UNEQUAL -> {
          UnaryOperator<Expression> outer =
              relation == Relation.EQUAL
                  ? whole
                  : e -> whole.apply(new Expression.Not(e, word.place()));
          if (level == 0) one(word, Relation.AT_MOST, to, to >= 0 && to < last, outer, into);
          else if (level == last) {
            one(word, Relation.AT_LEAST, to, to >= 1 && to <= last, outer, into);
          } else one(word, Relation.EQUAL, to, true, outer, into);
        }
      }
    }
  }

  private void one(
      Word word,
      Relation relation,
      int level,
      boolean open,
      UnaryOperator<Expression> whole,
      List<List<Expression>> into) {
    if (!open) return;
    Word to = new Word(found(word).levels().get(level), word.place());
    into.add(List.of(whole.apply(new Expression.Compare(word, relation, to, word.place()))));
  }

  private void beliefs(BeliefEntry belief) {
    String holder = belief.holder().text();
    for (ActorEntry view : belief.views()) {
      group(List.of(Choice.of("seen %s %s".formatted(holder, view.id()))));
    }
    if (!belief.blindTo().isEmpty()) group(List.of(Choice.of("sighted " + holder)));
  }

  private void option(Option option, int cost) {
    if (model.isGraph() || model.held(option.index()) != Model.FREE) return;
    List<Choice> choices = new ArrayList<>();
    int proposed = goal.levels().get(option.index());
    int before = model.statusQuo()[option.index()];
    for (int level = 0; level < option.levels().size(); level++) {
      if (level == proposed) continue;
      if (before < proposed && level < proposed) continue; // back, or short of it
      if (before > proposed && level > proposed) continue;
      choices.add(
          new Choice(
              cost,
              List.of("set %d %d".formatted(option.index(), level)),
              List.of(),
              Map.of(option.index(), level)));
    }
    group(choices);
  }

  /// The smallest sets of areas to be opened for some options to be set; none where one of the
  /// options is in no area.
  List<Set<String>> openings(Set<String> keys) {
    List<Set<String>> found = new ArrayList<>();
    List<String> areas = List.copyOf(model.issues().keySet());
    for (int open = 0; open < 1 << areas.size(); open++) {
      Set<String> opened = new TreeSet<>();
      Set<Integer> free = new HashSet<>();
      for (int a = 0; a < areas.size(); a++) {
        List<Option> options = model.issues().getOrDefault(areas.get(a), List.of());
        boolean touched =
            options.stream()
                .anyMatch(o -> goal.levels().get(o.index()) != model.statusQuo()[o.index()]);
        boolean chosen = (open >> a & 1) == 1;
        if (chosen) opened.add("opened " + areas.get(a));
        if (chosen || touched) options.forEach(o -> free.add(o.index()));
      }
      boolean allowed = keys.stream().allMatch(k -> free.contains(option(k)));
      if (allowed) found.add(opened);
    }
    return found;
  }

  /// The option that a key is about: its second word.
  private static int option(String key) {
    int from = key.indexOf(' ') + 1;
    return Integer.parseInt(key.substring(from, key.indexOf(' ', from)));
  }

  private void rules(BodyEntry body) {
    Body voting =
        model.bodies().stream()
            .filter(b -> b.id().equals(body.id().text()))
            .findFirst()
            .orElseThrow();
    String id = body.id().text();
    for (int r = 0; r < body.rules().size(); r++) {
      List<Choice> choices = new ArrayList<>();
      for (int by : new int[] {-1, 1}) {
        String key = "majority %s %d %d".formatted(id, r, by);
        switch (voting.rules().get(r)) {
          case Body.YesVotes(int votes) -> {
            if (votes + by >= 1 && votes + by <= voting.seats().size()) {
              choices.add(Choice.of(key, new Edit.Majority(id, r + 1, "" + (votes + by))));
            }
          }
          case Body.Weighted(var weights, var quota) -> {
            double all = weights.stream().mapToDouble(BigFraction::doubleValue).sum();
            double after = quota.doubleValue() + by;
            if (after > 1e-9 && after < all + 1e-9) {
              choices.add(Choice.of(key, new Edit.Majority(id, r + 1, number(quota.add(by)))));
            }
          }
          case Body.YesShare _ -> {}
        }
      }
      group(choices);
    }
    vetoes(body, voting);
  }

  /// All sets of members whose vetoes are turned, in one group, for they are written in lists.
  private void vetoes(BodyEntry body, Body voting) {
    List<String> members = voting.seats().stream().map(Body.Seat::id).toList();
    List<Choice> choices = new ArrayList<>();
    for (int turned = 1; turned < 1 << members.size(); turned++) {
      List<String> keys = new ArrayList<>();
      List<Edit> edits = new ArrayList<>();
      boolean allowed = true;
      for (int k = 0; k < members.size(); k++) {
        if ((turned >> k & 1) == 0) continue;
        allowed &= !(voting.seats().get(k).voter() instanceof Body.Absent);
        allowed &= !isDenied(members.get(k));
        keys.add("veto %s %d".formatted(body.id(), k));
      }
      if (!allowed) continue;
      for (int r = 0; r < body.rules().size(); r++) {
        List<String> held = new ArrayList<>();
        body.rules().get(r).veto().forEach(v -> held.add(v.text()));
        for (int k = 0; k < members.size(); k++) {
          if ((turned >> k & 1) == 0) continue;
          boolean had = voting.seats().get(k).veto() == Body.Veto.HELD;
          held.remove(members.get(k));
          if (!had) held.add(members.get(k));
        }
        edits.add(new Edit.Vetoes(body.id().text(), r + 1, held));
      }
      choices.add(new Choice(keys.size(), keys, edits, Map.of()));
    }
    group(choices);
  }

  private boolean isDenied(String member) {
    return model.scenario().twists().stream()
        .anyMatch(t -> t instanceof Twist.WithoutVeto(var who) && who.text().equals(member));
  }
}
