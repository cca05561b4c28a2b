package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Proposition;
import demarche.scenario.ActorEntry;
import demarche.scenario.ActorEntry.RedLine;
import demarche.scenario.BodyEntry;
import demarche.scenario.BodyEntry.Majority;
import demarche.scenario.BodyEntry.Rule;
import demarche.scenario.Evidence;
import demarche.scenario.Formula;
import demarche.scenario.Notation;
import demarche.scenario.ParameterEntry;
import demarche.scenario.Place;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.PreferenceEntry.Priority;
import demarche.scenario.Quantity;
import demarche.scenario.Scenario;
import demarche.scenario.TermEntry;
import demarche.scenario.TermEntry.LevelWeight;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// The file with some changes written into it, and read anew: the way that a user would try them.
///
/// Shares nothing with what the search works with but the names of the changes.
final class Afresh {
  private static final Place NOWHERE = new Place("a change", 1, 1, 0);

  private final Model model;
  private final Set<Atom> changes;

  private Afresh(Model model, Set<Atom> changes) {
    this.model = model;
    this.changes = changes;
  }

  /// The model of the changed file.
  static Model of(Model model, Set<Atom> changes) {
    Afresh afresh = new Afresh(model, changes);
    Scenario before = model.scenario();
    Scenario numbers =
        before.with(
            before.parameters().stream().map(afresh::parameter).toList(),
            before.actors(),
            before.bodies());
    Model moved = model.imagined(numbers);
    List<ActorEntry> actors = new ArrayList<>();
    for (int a = 0; a < before.actors().size(); a++) {
      actors.add(afresh.actor(a, before.actors().get(a), moved));
    }
    List<BodyEntry> bodies = new ArrayList<>();
    for (int b = 0; b < before.bodies().size(); b++) {
      bodies.add(afresh.body(b, before.bodies().get(b)));
    }
    return model.imagined(before.with(numbers.parameters(), actors, bodies));
  }

  private ParameterEntry parameter(ParameterEntry entry) {
    return moved(new Lever.Parameter(entry.id().text()))
        .map(to ->
            new ParameterEntry(entry.id(), new ParameterEntry.Stated(fixed(to)), entry.evidence()))
        .orElse(entry);
  }

  private Optional<BigFraction> moved(Lever lever) {
    for (Atom atom : changes) {
      if (atom instanceof Atom.Moved(var own, var to) && own.equals(lever)) return Optional.of(to);
    }
    return Optional.empty();
  }

  private static Quantity fixed(BigFraction number) {
    return new Quantity(literal(number), new Quantity.Fixed(), number.toString(), Evidence.NONE);
  }

  private static Formula literal(BigFraction number) {
    return new Formula.Literal(number, NOWHERE);
  }

  private ActorEntry actor(int index, ActorEntry entry, Model moved) {
    return new ActorEntry(
        entry.id(),
        entry.name(),
        entry.kind(),
        entry.partOf(),
        entry.locks(),
        entry.options(),
        lines(index, entry.redLines()),
        preference(index, entry.preference(), moved),
        entry.alternatives(),
        entry.evidence());
  }

  private List<RedLine> lines(int actor, List<RedLine> lines) {
    List<RedLine> after = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      if (changes.contains(new Atom.Dropped(actor, l))) continue;
      RedLine line = lines.get(l);
      after.add(
          shifted(actor, l)
              .map(never ->
                  new RedLine(
                      line.id(),
                      Notation.read(new Text(model).of(never), "a shifted red line"),
                      line.evidence()))
              .orElse(line));
    }
    return after;
  }

  private Optional<Proposition> shifted(int actor, int line) {
    for (Atom atom : changes) {
      if (atom instanceof Atom.Shifted s && s.actor() == actor && s.line() == line) {
        return Optional.of(s.never());
      }
    }
    return Optional.empty();
  }

  private PreferenceEntry preference(int actor, PreferenceEntry entry, Model moved) {
    return switch (entry) {
      case PreferenceEntry.None none -> none;
      case PreferenceEntry.Ranking ranking -> ranking;
      case PreferenceEntry.Values(var terms) -> {
        List<TermEntry> after = new ArrayList<>();
        for (int t = 0; t < terms.size(); t++) after.add(term(actor, t, terms.get(t), moved));
        yield new PreferenceEntry.Values(after);
      }
      case PreferenceEntry.Priorities(var all) ->
          new PreferenceEntry.Priorities(priorities(actor, all));
    };
  }

  private TermEntry term(int actor, int index, TermEntry entry, Model moved) {
    Optional<BigFraction> weight = moved(new Lever.Weight(actor, index));
    Optional<BigFraction> factor = moved(new Lever.Factor(actor, index));
    if (weight.isEmpty() && factor.isEmpty()) return entry;
    return switch (entry) {
      case TermEntry.When(var id, var sign, var when, var written, var stated, var evidence) -> {
        BigFraction number =
            weight.orElseGet(() -> moved.number(written.value()).multiply(factor.orElseThrow()));
        yield new TermEntry.When(id, sign, when, fixed(number), stated, evidence);
      }
      case TermEntry.Of(var id, var option, var weights, var _, var stated, var evidence) ->
          new TermEntry.Of(
              id,
              option,
              weights.stream()
                  .map(w ->
                      new LevelWeight(
                          w.level(),
                          literal(moved.number(w.weight()).multiply(factor.orElseThrow()))))
                  .toList(),
              new Quantity.Fixed(),
              stated,
              evidence);
    };
  }

  /// Sorted by who comes before whom; those that come to count are certain, others are left out.
  private List<Priority> priorities(int actor, List<Priority> all) {
    if (changes.stream().noneMatch(a -> a.kind() == Kind.PRIORITIES)) return all;
    Actor before = model.actors().get(actor);
    if (!(before.preference().order() instanceof demarche.model.Preference.Priorities(var meant))) {
      return all;
    }
    List<Priority> after = new ArrayList<>();
    for (int k : Agenda.ranked(actor, all.size(), changes)) {
      Priority p = all.get(k);
      boolean turned = changes.contains(new Atom.Counted(actor, k));
      if (!turned) after.add(p);
      else if (!Agenda.counts(meant.get(k))) {
        after.add(new Priority(p.id(), p.want(), literal(BigFraction.ONE), p.evidence()));
      }
    }
    return after;
  }

  private BodyEntry body(int index, BodyEntry entry) {
    List<Rule> rules = new ArrayList<>();
    for (int r = 0; r < entry.rules().size(); r++) {
      Rule rule = entry.rules().get(r);
      rules.add(
          new Rule(
              majority(index, r, rule.majority()),
              vetoes(index, r, rule, entry),
              rule.place(),
              rule.evidence()));
    }
    return new BodyEntry(
        entry.id(),
        entry.name(),
        entry.options(),
        entry.members(),
        entry.others(),
        rules,
        entry.sponsors(),
        entry.objectionCosts(),
        entry.after(),
        entry.evidence());
  }

  private Majority majority(int body, int rule, Majority majority) {
    for (int by : new int[] {-1, 1}) {
      if (!changes.contains(new Atom.Majority(body, rule, by))) continue;
      return switch (majority) {
        case BodyEntry.YesVotes(var votes) ->
            new BodyEntry.YesVotes(literal(model.number(votes).add(by)));
        case BodyEntry.Weighted(var weights, var quota) ->
            new BodyEntry.Weighted(weights, literal(model.number(quota).add(by)));
        case BodyEntry.YesShare share -> share;
      };
    }
    return majority;
  }

  /// A veto is given under the first rule, and taken under all.
  private List<Word> vetoes(int body, int index, Rule rule, BodyEntry entry) {
    List<Word> vetoes = new ArrayList<>(rule.veto());
    for (int k = 0; k < entry.members().size(); k++) {
      if (!changes.contains(new Atom.Veto(body, k))) continue;
      Word member = entry.members().get(k);
      boolean held =
          entry.rules().stream()
              .anyMatch(r -> r.veto().stream().anyMatch(v -> v.text().equals(member.text())));
      vetoes.removeIf(v -> v.text().equals(member.text()));
      if (!held && index == 0) vetoes.add(member);
    }
    return vetoes;
  }
}
