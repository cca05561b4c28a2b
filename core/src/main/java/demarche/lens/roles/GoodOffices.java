package demarche.lens.roles;

import demarche.model.Actor;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Proposal;
import demarche.model.Target;
import demarche.scenario.BeliefEntry;
import demarche.scenario.Exact;
import demarche.scenario.Scenario.TieEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a mediator brings to the disputants of a target.
///
/// **Definition.** *Disputants* are the actors of the target's `between`; where it names none, the
/// actors whose consent the proposals need that lead to the target; the mediator is none of them.
/// It has *access* to one where a tie from it to that one has an access above 0. Its *good
/// offices*, where it has access to two at least: each of those no longer errs about the others
/// (facilitation), and each gains a wish for the target of weight leverage times trust, on u
/// (manipulation); leverage as in [Means], trust as in the tie. Beliefs enter no figure of the
/// world as it is; in the picture of an observer who is a disputant the figure moves when that
/// observer's errors are dropped.
///
/// **Source.** Facilitation and manipulation as styles of mediation: Beardsley, Quinn, Biswas &
/// Wilkenfeld (2006). What they do to a model is ours.
record GoodOffices(Question question, List<String> disputants, List<TieEntry> ties) {
  GoodOffices {
    disputants = List.copyOf(disputants);
    ties = List.copyOf(ties);
  }

  /// What of it is looked at.
  enum Part {
    FACILITATION,
    MANIPULATION,
    BOTH
  }

  static GoodOffices of(Question question) {
    List<String> disputants = disputants(question);
    Model model = question.scene().model();
    List<TieEntry> ties =
        model.scenario().ties().stream()
            .filter(t -> t.from().text().equals(question.actor().id()))
            .filter(t -> disputants.contains(t.to().text()))
            .filter(t -> model.number(t.access()).signum() > 0)
            .toList();
    return new GoodOffices(question, disputants, ties);
  }

  private static List<String> disputants(Question question) {
    Model model = question.scene().model();
    Target target = question.target();
    Set<String> named = new LinkedHashSet<>(target.between());
    if (named.isEmpty()) {
      for (Proposal proposal : model.proposals()) {
        if (target.when().holds(proposal.end())) named.addAll(proposal.consent());
      }
    }
    named.remove(question.actor().id());
    return model.actors().stream().map(Actor::id).filter(named::contains).toList();
  }

  /// The tie to a disputant; of several that with most trust.
  Optional<TieEntry> tie(String disputant) {
    Model model = question.scene().model();
    return ties.stream()
        .filter(t -> t.to().text().equals(disputant))
        .reduce((a, b) -> Exact.isMore(model.number(b.trust()), model.number(a.trust())) ? b : a);
  }

  BigFraction trust(String disputant) {
    return tie(disputant)
        .map(tie -> question.scene().model().number(tie.trust()))
        .orElse(BigFraction.ZERO);
  }

  /// What it can give to the disputant or withhold.
  Optional<Means> means(String disputant) {
    return Means.of(question.scene().means(), question.actor().id(), disputant);
  }

  /// How much the disputant comes to want the target, on u.
  BigFraction weight(String disputant) {
    return means(disputant)
        .map(m -> m.leverage().multiply(trust(disputant)))
        .orElse(BigFraction.ZERO);
  }

  private List<String> heard() {
    return disputants.stream().filter(d -> tie(d).isPresent()).toList();
  }

  /// The world with a part of its good offices.
  Imagining with(Part part) {
    List<String> heard = heard();
    Scene scene = question.scene();
    Part real = isClearSighted(heard) ? withoutErrors(part) : part;
    if (heard.size() < 2 || (real == Part.FACILITATION && isClearSighted(heard))) {
      return new Imagining.Possible(scene.base());
    }
    String key = "offices/%s/%d/%s".formatted(question.actor().id(), question.place(), real.name());
    return scene.otherwise(key, () -> changed(real, heard));
  }

  private static Part withoutErrors(Part part) {
    return part == Part.BOTH ? Part.MANIPULATION : part;
  }

  /// Whether no error that could be dropped shapes what is seen.
  private boolean isClearSighted(List<String> heard) {
    String observer = question.scene().observer();
    if (!heard.contains(observer)) return true;
    return question.scene().real().scenario().beliefs().stream()
        .filter(b -> b.holder().text().equals(observer))
        .flatMap((BeliefEntry b) -> b.views().stream())
        .noneMatch(v -> heard.contains(v.id().text()));
  }

  private Model changed(Part part, List<String> heard) {
    Model model = question.scene().model();
    if (part != Part.MANIPULATION) {
      Model corrected = question.scene().real();
      for (String d : heard) corrected = Imagined.corrected(corrected, d, others(heard, d));
      String observer = question.scene().observer();
      model = observer.isEmpty() ? corrected : Imagined.seenBy(corrected, observer);
    }
    if (part == Part.FACILITATION) return model;
    Urging urging = new Urging(model, question.target().when().written());
    List<Urging.Wish> wishes = new ArrayList<>();
    for (String d : heard) wishes.add(new Urging.Wish(d, weight(d)));
    return urging.with(wishes);
  }

  private static Set<String> others(List<String> heard, String one) {
    Set<String> others = new LinkedHashSet<>(heard);
    others.remove(one);
    return others;
  }
}
