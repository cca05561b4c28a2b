package demarche.model;

import static java.util.stream.Collectors.toCollection;

import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.BrokenNames;
import demarche.scenario.ConstraintEntry;
import demarche.scenario.Destination;
import demarche.scenario.Expression;
import demarche.scenario.Notation;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.ProposalEntry;
import demarche.scenario.Scenario;
import demarche.scenario.Spelling;
import demarche.scenario.TargetEntry;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Turns the words of a scenario into a model, telling every problem on the way.
///
/// Longer than other files: it walks the sections in order, and each step needs those before it.
final class Resolution {
  private final Scenario scenario;
  private final Problems problems;
  private final Options declared;
  private final Names names;
  private final Numbers numbers;
  private final Wishes wishes;
  private final Map<String, Integer> actorIndex = new LinkedHashMap<>();
  private final Map<String, Integer> bodyIndex = new LinkedHashMap<>();
  private final BrokenNames broken;

  Resolution(
      Scenario scenario,
      Function<Word, BigFraction> computed,
      BrokenNames broken,
      Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
    this.broken = broken;
    for (ActorEntry actor : scenario.actors()) index(actor.id(), actorIndex);
    for (BodyEntry body : scenario.bodies()) index(body.id(), bodyIndex);
    this.declared = Options.of(scenario, problems);
    this.numbers = new Numbers(scenario.parameters(), computed, problems);
    this.names =
        new Names(
            declared.all(), !scenario.graph().isEmpty(), scenario.conditions(), broken, problems);
    this.wishes = new Wishes(names, numbers, declared.all(), declared.options().size(), problems);
  }

  private void index(Word id, Map<String, Integer> kind) {
    if (actorIndex.containsKey(id.text()) || bodyIndex.containsKey(id.text())) {
      problems.error(id.place(), "'%s' is declared twice among actors and bodies", id);
    }
    kind.putIfAbsent(id.text(), actorIndex.size() + bodyIndex.size());
  }

  Model.Parts parts() {
    Set<String> absent = twisted(Twist.Absent.class, Twist.Absent::party, parties());
    List<Actor> actors = actors();
    int[] statusQuo =
        lowered(names.apply(scenario.statusQuo(), lowest(), "the status quo"), absent);
    int[] disagreement = statusQuo;
    for (Destination other : scenario.disagreement()) {
      disagreement = lowered(names.apply(other, statusQuo, "the disagreement point"), absent);
    }
    Map<String, List<Option>> issues = issues();
    List<Constraint> constraints = constraints();
    int[] held = held(statusQuo, absent, issues);
    return new Model.Parts(
        scenario,
        numbers.parameters(),
        actors,
        bodies(absent),
        declared.options(),
        declared.events(),
        names.conditions(),
        constraints,
        list(statusQuo),
        list(disagreement),
        list(held),
        issues,
        proposals(statusQuo),
        targets(),
        measures(),
        scenario.beliefs().stream().map(this::belief).toList(),
        graphMoves());
  }

  private Set<String> parties() {
    Set<String> all = new LinkedHashSet<>(actorIndex.keySet());
    all.addAll(bodyIndex.keySet());
    return all;
  }

  /// Where the status quo does not say otherwise: every option at its lowest level, a graph in the
  /// state that the file names first.
  private int[] lowest() {
    int[] levels = new int[declared.all().size()];
    for (Scenario.GraphEntry graph : scenario.graph()) {
      if (graph.states().isEmpty()) continue; // told already
      String first = graph.states().getFirst().id().text();
      levels[0] = Math.max(0, declared.all().getFirst().levels().indexOf(first));
    }
    return levels;
  }

  private int[] lowered(int[] levels, Set<String> absent) {
    for (Option option : declared.options()) {
      if (absent.contains(option.holder())) levels[option.index()] = 0;
    }
    return levels;
  }

  /// Checks the names in sections that keep their words.
  void checkReferences() {
    new References(scenario, names, numbers, parties(), declared, broken, problems).check();
  }

  /// Tells where the status quo or the disagreement point breaks a constraint.
  void checkFeasible(Model.Parts parts) {
    checkFeasible(scenario.statusQuo(), parts.statusQuo(), parts.constraints(), "the status quo");
    for (Destination other : scenario.disagreement()) {
      checkFeasible(other, parts.disagreement(), parts.constraints(), "the disagreement point");
    }
  }

  private void checkFeasible(
      Destination written, List<Integer> state, List<Constraint> constraints, String what) {
    int[] levels = state.stream().mapToInt(Integer::intValue).toArray();
    for (Constraint constraint : constraints) {
      if (constraint.allowed().holds(levels)) continue;
      String variant = scenario.head().variant();
      problems.error(
          written.place(),
          "%s is not feasible: it breaks the constraint `%s` of %s%s",
          what,
          constraint.wording(),
          line(constraint.place(), written.place().file()),
          variant.isEmpty() ? "" : " in variant '" + variant + "'");
    }
  }

  private static String line(Place place, String file) {
    return place.file().equals(file) ? "line " + place.line() : place.file() + ":" + place.line();
  }

  /// The parties that twists of one kind name.
  private <T extends Twist> Set<String> twisted(
      Class<T> kind, Function<T, Word> named, Set<String> valid) {
    return scenario.twists().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(named)
        .map(word -> known(word, valid, "a variant"))
        .collect(toCollection(LinkedHashSet::new));
  }

  private String known(Word word, Set<String> valid, String where) {
    if (!valid.contains(word.text()) && !broken.covers(word.text())) {
      problems.error(
          word.place(),
          "unknown name '%s' in %s, expected %s%s",
          word,
          where,
          valid.isEmpty() ? "none, for the file declares none" : "one of " + Names.oneOf(valid),
          Spelling.hint(word.text(), valid));
    }
    return word.text();
  }

  private List<Actor> actors() {
    Set<String> stated = twisted(Twist.Stated.class, Twist.Stated::actor, actorIndex.keySet());
    List<Actor> actors = new ArrayList<>();
    for (ActorEntry entry : scenario.actors()) {
      String id = entry.id().text();
      String whose = "'" + id + "'";
      Wishes.Face face = stated.contains(id) ? Wishes.Face.STATED : Wishes.Face.EFFECTIVE;
      Preference effective =
          wishes.preference(entry.redLines(), entry.preference(), whose, Wishes.Face.EFFECTIVE);
      Preference professed =
          wishes.preference(entry.redLines(), entry.preference(), whose, Wishes.Face.STATED);
      if (!entry.partOf().isEmpty()) known(entry.partOf(), actorIndex.keySet(), "'part-of'");
      actors.add(
          new Actor(
              actors.size(),
              id,
              entry.name(),
              entry.kind(),
              entry.partOf().text(),
              declared.of(id),
              face == Wishes.Face.STATED ? professed : effective,
              professed,
              wishes.alternatives(entry, whose, face),
              entry.evidence()));
    }
    checkParts();
    return exchanged(actors);
  }

  /// What an actor belongs to may not belong to it.
  private void checkParts() {
    Map<String, Word> wholes = new HashMap<>();
    for (ActorEntry actor : scenario.actors()) {
      if (!actor.partOf().isEmpty()) wholes.put(actor.id().text(), actor.partOf());
    }
    for (ActorEntry actor : scenario.actors()) {
      String id = actor.id().text();
      Set<String> passed = new HashSet<>();
      Word whole = wholes.get(id);
      while (whole != null && !whole.text().equals(id) && passed.add(whole.text())) {
        whole = wholes.get(whole.text());
      }
      if (whole != null && whole.text().equals(id)) {
        problems.error(
            actor.partOf().place(),
            "'%s' belongs to itself by way of 'part-of'; one of the circle must stand alone",
            id);
      }
    }
  }

  /// Applies `copies`, then `indifferent`.
  private List<Actor> exchanged(List<Actor> actors) {
    List<Actor> after = new ArrayList<>(actors);
    for (Twist twist : scenario.twists()) {
      if (twist instanceof Twist.Copies(var actor, var model)) {
        known(actor, actorIndex.keySet(), "'copies'");
        known(model, actorIndex.keySet(), "'copies'");
        if (!actorIndex.containsKey(actor.text()) || !actorIndex.containsKey(model.text()))
          continue;
        int i = actorIndex.get(actor.text());
        Actor copied = actors.get(actorIndex.get(model.text()));
        after.set(i, after.get(i).with(copied.preference(), copied.alternatives()));
      }
    }
    Set<String> indifferent =
        twisted(Twist.Indifferent.class, Twist.Indifferent::actor, actorIndex.keySet());
    after.replaceAll(
        a -> indifferent.contains(a.id()) ? a.with(Preference.INDIFFERENT, List.of()) : a);
    return after;
  }

  private List<Body> bodies(Set<String> absent) {
    Set<String> withoutVeto = new HashSet<>();
    Set<String> anyMember = parties();
    scenario.bodies().forEach(b -> b.others().forEach(o -> anyMember.add(o.id().text())));
    withoutVeto.addAll(twisted(Twist.WithoutVeto.class, Twist.WithoutVeto::member, anyMember));
    List<Body> bodies = new ArrayList<>();
    for (BodyEntry entry : scenario.bodies()) {
      Seats seats = new Seats(entry, actorIndex, bodyIndex, absent, numbers, problems);
      List<Integer> after =
          entry.after().stream()
              .map(word -> known(word, bodyIndex.keySet(), "'after'"))
              .filter(bodyIndex::containsKey)
              .map(bodyIndex::get)
              .toList();
      bodies.add(
          new Body(
              actorIndex.size() + bodies.size(),
              entry.id().text(),
              entry.name(),
              declared.of(entry.id().text()),
              seats.seats(withoutVeto),
              seats.majorities(),
              after));
    }
    checkCircles(bodies);
    return bodies;
  }

  /// A body may not vote, by members or `after`, on what depends on its own vote.
  private void checkCircles(List<Body> bodies) {
    Map<Integer, Set<Integer>> needs = new HashMap<>();
    for (Body body : bodies) {
      Set<Integer> direct = new TreeSet<>(body.after());
      for (Body.Seat seat : body.seats()) {
        if (seat.voter() instanceof Body.Ruling(int other)) direct.add(other);
      }
      needs.put(body.index(), direct);
    }
    for (Body body : bodies) {
      Set<Integer> reached = new TreeSet<>(needs.get(body.index()));
      int before;
      do {
        before = reached.size();
        List.copyOf(reached).forEach(b -> reached.addAll(needs.getOrDefault(b, Set.of())));
      } while (reached.size() > before);
      if (reached.contains(body.index())) {
        problems.error(
            scenario.bodies().get(body.index() - actorIndex.size()).id().place(),
            "the vote of body '%s' depends on itself, by way of members or 'after'",
            body.id());
      }
    }
  }

  private List<Constraint> constraints() {
    List<Constraint> constraints = new ArrayList<>();
    for (ConstraintEntry entry : scenario.constraints()) constraints.add(constraint(entry));
    for (Twist twist : scenario.twists()) {
      if (twist instanceof Twist.Added(var entry)) constraints.add(constraint(entry));
    }
    for (ActorEntry actor : scenario.actors()) {
      for (ActorEntry.Lock lock : actor.locks()) constraints.add(lock(actor, lock));
    }
    return constraints;
  }

  private Constraint constraint(ConstraintEntry entry) {
    Clause clause = names.clause(entry.expression(), "a constraint");
    boolean required = entry.kind() == ConstraintEntry.Kind.REQUIRE;
    return new Constraint(
        required ? clause.meaning() : new Proposition.Not(clause.meaning()),
        (required ? "require: " : "impossible: ") + clause,
        clause.place(),
        entry.evidence());
  }

  private Constraint lock(ActorEntry actor, ActorEntry.Lock lock) {
    String where = "a lock of '" + actor.id() + "'";
    Clause option = names.clause(new Expression.Name(lock.option()), where);
    Clause unless = names.clause(lock.unless(), where);
    return new Constraint(
        new Proposition.Any(List.of(new Proposition.Not(option.meaning()), unless.meaning())),
        "lock of " + actor.id() + ": " + lock.option() + " -> " + Notation.of(lock.unless()),
        lock.option().place(),
        lock.evidence());
  }

  private int[] held(int[] statusQuo, Set<String> absent, Map<String, List<Option>> issues) {
    int[] held = new int[declared.all().size()];
    Arrays.fill(held, Model.FREE);
    Set<String> passive = twisted(Twist.Passive.class, Twist.Passive::party, parties());
    for (Option option : declared.all()) {
      boolean fixed =
          (option.isEvent() && scenario.graph().isEmpty())
              || passive.contains(option.holder())
              || absent.contains(option.holder());
      if (fixed) held[option.index()] = statusQuo[option.index()];
    }
    for (Twist twist : scenario.twists()) {
      if (!(twist instanceof Twist.Agenda(var areas, var _))) continue;
      Set<Option> open = new HashSet<>();
      for (Word area : areas) {
        open.addAll(issues.getOrDefault(known(area, issues.keySet(), "'agenda'"), List.of()));
      }
      for (Option option : declared.options()) {
        if (!open.contains(option)) held[option.index()] = statusQuo[option.index()];
      }
    }
    return held;
  }

  private Map<String, List<Option>> issues() {
    Map<String, List<Option>> issues = new LinkedHashMap<>();
    for (Scenario.IssueEntry entry : scenario.issues()) {
      String where = "issue '" + entry.id() + "'";
      List<Option> options =
          entry.options().stream()
              .flatMap(w -> Stream.ofNullable(names.find(w, where, "an option")))
              .toList();
      if (issues.put(entry.id().text(), options) != null) {
        problems.error(entry.id().place(), "%s is declared twice", where);
      }
    }
    return issues;
  }

  private List<Proposal> proposals(int[] statusQuo) {
    List<String> usual =
        scenario.actors().stream()
            .filter(a -> a.partOf().isEmpty())
            .map(a -> a.id().text())
            .toList();
    List<Proposal> proposals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ProposalEntry entry : scenario.proposals()) {
      String where = "proposal '" + entry.id() + "'";
      if (!seen.add(entry.id().text())) {
        problems.error(entry.id().place(), "%s is declared twice", where);
      }
      List<List<Integer>> ends = new ArrayList<>();
      int[] at = statusQuo;
      for (Destination step : entry.steps()) {
        at = names.apply(step, at, where);
        ends.add(list(at));
      }
      entry.by().forEach(w -> known(w, parties(), "'by' of " + where));
      entry.consent().forEach(w -> known(w, parties(), "'consent' of " + where));
      proposals.add(
          new Proposal(
              entry.id().text(),
              entry.name(),
              entry.by().stream().map(Word::text).toList(),
              entry.form(),
              ends,
              entry.consent().isEmpty() ? usual : entry.consent().stream().map(Word::text).toList(),
              entry.evidence()));
    }
    return proposals;
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (TargetEntry entry : scenario.targets()) {
      String where = "target '" + entry.id() + "'";
      entry.baseRate().forEach(q -> numbers.probability(q, "the base rate of " + where));
      targets.add(
          new Target(
              entry.id().text(),
              entry.name(),
              names.clause(entry.when(), where),
              entry.of().stream().map(w -> known(w, actorIndex.keySet(), where)).toList(),
              entry.between().stream().map(w -> known(w, actorIndex.keySet(), where)).toList()));
    }
    return targets;
  }

  private Map<String, List<Term>> measures() {
    Map<String, List<Term>> measures = new LinkedHashMap<>();
    for (Scenario.MeasureEntry entry : scenario.measures()) {
      String where = "measure '" + entry.id() + "'";
      if (measures.put(entry.id().text(), wishes.terms(entry.terms(), where, Wishes.Face.EFFECTIVE))
          != null) {
        problems.error(entry.id().place(), "%s is declared twice", where);
      }
    }
    return measures;
  }

  private Belief belief(BeliefEntry entry) {
    String holder = known(entry.holder(), actorIndex.keySet(), "'beliefs'");
    String where = "the beliefs of '" + holder + "'";
    Map<String, Preference> views = new TreeMap<>();
    for (BeliefEntry thought : entry.thinks()) refuseSelf(thought.holder(), holder, "'thinks'");
    for (ActorEntry view : entry.views()) {
      refuseSelf(view.id(), holder, where);
      known(view.id(), actorIndex.keySet(), where);
      views.put(
          view.id().text(),
          wishes.preference(
              view.redLines(),
              view.preference(),
              "'" + view.id() + "' as '" + holder + "' sees it",
              Wishes.Face.EFFECTIVE));
    }
    List<Option> blindTo =
        entry.blindTo().stream()
            .flatMap(w -> Stream.ofNullable(names.find(w, where, "an option")))
            .toList();
    return new Belief(holder, views, blindTo, entry.thinks().stream().map(this::belief).toList());
  }

  private void refuseSelf(Word word, String holder, String where) {
    if (!word.text().equals(holder)) return;
    problems.error(
        word.place(), "'%s' in %s is the actor itself, expected another actor", word, where);
  }

  /// Who is passive or absent makes none of its moves.
  private Map<String, Map<Integer, List<Integer>>> graphMoves() {
    Set<String> idle = twisted(Twist.Passive.class, Twist.Passive::party, parties());
    idle.addAll(twisted(Twist.Absent.class, Twist.Absent::party, parties()));
    Map<String, Map<Integer, List<Integer>>> moves = new LinkedHashMap<>();
    for (Scenario.GraphEntry graph : scenario.graph()) {
      List<String> states = declared.all().getFirst().levels();
      for (Scenario.GraphEntry.Moves entry : graph.moves()) {
        known(entry.actor(), actorIndex.keySet(), "'moves'");
        int from = state(entry.from(), states);
        Set<Integer> targets = new TreeSet<>();
        for (Word word : entry.to()) {
          int to = state(word, states);
          if (to == from && to >= 0) {
            problems.error(word.place(), "a move from '%s' to itself, expected another", word);
          }
          if (to >= 0) targets.add(to);
        }
        if (from >= 0 && !idle.contains(entry.actor().text())) {
          moves
              .computeIfAbsent(entry.actor().text(), _ -> new TreeMap<>())
              .put(from, List.copyOf(targets));
        }
      }
    }
    return moves;
  }

  private int state(Word word, List<String> states) {
    return states.indexOf(known(word, new LinkedHashSet<>(states), "'moves'"));
  }

  private static List<Integer> list(int[] levels) {
    return IntStream.of(levels).boxed().toList();
  }
}
