package demarche.lens.preferences;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Proposal;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/// The value of a parameter at which somebody comes to accept a proposal, or no longer does.
///
/// **Definition.** An actor accepts where it weakly prefers the proposal to the disagreement point
/// and the proposal crosses none of its red lines. The difference of the two values is a quotient
/// of polynomials in the parameter; acceptance can change only at the roots of either polynomial.
///
/// **Cost.** For each parameter, proposal and actor the roots of one polynomial of a degree up to
/// [Quotient#MOST_DEGREE]; no state beside the two is looked at.
///
/// @param actors the one whose acceptance changes; several where that of all together does
/// @param accepts whether it is accepted at the present value
public record Threshold(
    Domain domain, Proposal proposal, List<Actor> actors, boolean accepts, Flip flip) {
  public Threshold {
    actors = List.copyOf(actors);
  }

  /// How far off, in parts of the stretch that was searched.
  BigFraction distance() {
    Domain.Stretch wide = domain.widest();
    return flip.off(domain).divide(wide.high().subtract(wide.low()));
  }

  /// What was found, and what was not looked for.
  ///
  /// @param found those within the range of their parameter first, then by distance, then in file
  ///   order
  /// @param steep the parameters of which some threshold was not looked for, as a value is of too
  ///   high a degree in them
  public record Search(List<Threshold> found, List<String> steep) {
    public Search {
      found = List.copyOf(found);
      steep = List.copyOf(steep);
    }
  }

  /// Every threshold of every parameter with a range; the nearest of each question.
  public static Search of(Model model, Run run) {
    List<Threshold> found = new ArrayList<>();
    Set<String> steep = new LinkedHashSet<>();
    for (String parameter : model.parameters().keySet()) {
      Domain domain = Domain.of(model, parameter);
      Domain.Stretch wide = domain.widest();
      if (!domain.ranged() || wide.low().equals(wide.high())) continue;
      InParameter numbers = new InParameter(model, parameter);
      for (Proposal proposal : model.proposals()) {
        for (List<Actor> asked : questions(model, proposal)) {
          run.check();
          try {
            one(model, domain, numbers, proposal, asked).ifPresent(found::add);
          } catch (TooSteep _) {
            steep.add(parameter);
          }
        }
      }
    }
    found.sort((a, b) -> {
      int within = Boolean.compare(b.flip.inRange(), a.flip.inRange());
      return within != 0 ? within : Exact.compare(a.distance(), b.distance());
    });
    return new Search(found, List.copyOf(steep));
  }

  /// Whose acceptance of a proposal is asked for: that of each actor, and of all together.
  private static List<List<Actor>> questions(Model model, Proposal proposal) {
    List<Actor> asked =
        model.actors().stream().filter(a -> proposal.consent().contains(a.id())).toList();
    List<List<Actor>> questions = new ArrayList<>();
    for (Actor actor : asked) questions.add(List.of(actor));
    boolean bodies = asked.size() < proposal.consent().size();
    if (asked.size() > 1 && !bodies && model.isFeasible(proposal.end())) questions.add(asked);
    return questions;
  }

  private static Optional<Threshold> one(
      Model model, Domain domain, InParameter numbers, Proposal proposal, List<Actor> actors) {
    int[] end = proposal.end();
    int[] without = model.disagreement();
    if (actors.stream().anyMatch(a -> a.preference().crossesAny(end))) return Optional.empty();
    Domain.Stretch wide = domain.widest();
    List<List<Critical>> criticals =
        actors.stream()
            .flatMap(a -> numbers.deciding(a, end, without).stream())
            .filter(q -> !q.isConstant())
            .map(q -> q.criticals(wide.low(), wide.high()))
            .toList();
    Function<BigFraction, Optional<Boolean>> accepted =
        x -> {
          boolean all = true;
          for (Actor actor : actors) {
            Optional<Integer> sign = numbers.compare(actor, end, without, x);
            if (sign.isEmpty()) return Optional.empty();
            all &= sign.get() >= 0;
          }
          return Optional.of(all);
        };
    List<Critical> ascending = Critical.merged(criticals);
    if (ascending.isEmpty()) return Optional.empty();
    return Flip.nearest(domain, ascending, accepted)
        .map(flip ->
            new Threshold(
                domain, proposal, actors, accepted.apply(domain.present()).orElseThrow(), flip));
  }
}
