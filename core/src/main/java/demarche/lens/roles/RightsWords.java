package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.council.Power;
import demarche.lens.council.PowerIndex;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Option;
import demarche.model.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// Tells what an actor has by right in a target, and what it can bring to those who dispute it.
record RightsWords(Play play) {
  private static final int DECIMALS = 4;

  /// Its options in the target; its power in the bodies that decide an option of it.
  Sentence of(Actor actor, int target) {
    Set<Integer> options = Named.options(play.model().targets().get(target).when().meaning());
    List<Slot> rights = new ArrayList<>();
    for (Option option : actor.options()) {
      if (options.contains(option.index())) {
        rights.add(new Slot.Clause(say("holds {}", new Slot.Plain(play.model().label(option)))));
      }
    }
    for (Body body : play.model().bodies()) {
      if (body.options().stream().noneMatch(o -> options.contains(o.index()))) continue;
      rights.addAll(power(actor, body));
    }
    return rights.isEmpty() ? say("none") : say("{}", new Slot.Several(rights));
  }

  private List<Slot> power(Actor actor, Body body) {
    Power power = play.power().get(body.id());
    if (power == null || !power.players().contains(actor.id())) return List.of();
    List<Slot> told = new ArrayList<>();
    for (PowerIndex index : List.of(PowerIndex.SHAPLEY_SHUBIK, PowerIndex.BANZHAF)) {
      for (BigFraction value : power.of(actor.id(), index)) {
        told.add(
            new Slot.Clause(
                say(
                    "{} {} in {}",
                    index.slot(),
                    new Slot.Amount(decimal(value), ""),
                    new Slot.OfParty(body.id(), body.name()))));
      }
    }
    return told;
  }

  private static String decimal(BigFraction value) {
    return new BigDecimal(value.doubleValue())
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  /// Leverage over those who dispute the target; where the file names none, over all.
  Sentence means(Actor actor, Target target) {
    List<Slot> told =
        play.means().stream()
            .filter(m -> m.actor().index() == actor.index())
            .filter(m -> target.between().isEmpty() || target.between().contains(m.over().id()))
            .<Slot>map(m -> new Slot.Clause(told(m)))
            .toList();
    return told.isEmpty() ? say("none known") : say("{}", new Slot.Several(told));
  }

  private static Sentence told(Means means) {
    Sentence told =
        say("over {}: ", new Slot.OfParty(means.over().id(), means.over().name()))
            .then(means.told());
    if (means.sources().isEmpty()) return told.then(", no source");
    return told.then(" [{}]", new Slot.Plain(String.join(", ", means.sources())));
  }
}
