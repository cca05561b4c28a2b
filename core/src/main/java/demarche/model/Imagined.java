package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.Evidence;
import demarche.scenario.Place;
import demarche.scenario.Scenario;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Worlds that no variant of the file tells: a world changed as variants change it, the world as an
/// actor pictures it, the world with some pictures put right.
///
/// None changes the scales of values, which rest on the unvaried scenario. Each throws an
/// `InvalidScenario` where such a world has no meaning, as where the status quo without somebody's
/// options breaks a constraint.
public final class Imagined {
  private static final Place NOWHERE = new Place("an imagined world", 1, 1, 0);

  private Imagined() {}

  /// The world with a few more changes, such as somebody who is passive.
  public static Model twisted(Model model, List<Twist> twists) {
    return model.imagined(model.scenario().twisted(twists));
  }

  /// A name for a twist about somebody or something that the model has.
  public static Word word(String id) {
    return new Word(id, NOWHERE);
  }

  /// The world as an actor pictures it: in the places of the others stand its pictures of them,
  /// options that it does not know of stay at the status quo. Who believes what in that world is
  /// what the actor thinks that they believe; those of whom the file says nothing see the world as
  /// the actor does. Where the file says nothing of the actor's beliefs, the world as it is, in
  /// which nobody errs.
  ///
  /// @param actor by its id
  public static Model seenBy(Model model, String actor) {
    Scenario scenario = model.scenario();
    List<BeliefEntry> own =
        scenario.beliefs().stream().filter(b -> b.holder().text().equals(actor)).toList();
    List<ActorEntry> pictures = new ArrayList<>(scenario.actors());
    List<BeliefEntry> thinks = new ArrayList<>();
    List<Twist> unseen = new ArrayList<>();
    for (BeliefEntry belief : own) {
      for (ActorEntry view : belief.views()) {
        pictures.replaceAll(a -> a.id().text().equals(view.id().text()) ? view : a);
      }
      thinks.addAll(belief.thinks());
      belief.blindTo().forEach(option -> unseen.add(new Twist.Held(option)));
    }
    return model.imagined(scenario.with(pictures, thinks).twisted(unseen));
  }

  /// The world in which an actor sees some others as they are.
  ///
  /// @param holder by its id
  /// @param others by their ids
  public static Model corrected(Model model, String holder, Set<String> others) {
    Scenario scenario = model.scenario();
    List<BeliefEntry> beliefs = new ArrayList<>();
    for (BeliefEntry belief : scenario.beliefs()) {
      beliefs.add(belief.holder().text().equals(holder) ? without(belief, others) : belief);
    }
    return model.imagined(scenario.with(scenario.actors(), beliefs));
  }

  /// The world in which an actor knows of all options.
  public static Model sighted(Model model, String holder) {
    Scenario scenario = model.scenario();
    List<BeliefEntry> beliefs = new ArrayList<>();
    for (BeliefEntry belief : scenario.beliefs()) {
      boolean meant = belief.holder().text().equals(holder);
      beliefs.add(meant ? belief(belief, belief.views(), List.of()) : belief);
    }
    return model.imagined(scenario.with(scenario.actors(), beliefs));
  }

  private static BeliefEntry without(BeliefEntry belief, Set<String> others) {
    List<ActorEntry> left =
        belief.views().stream().filter(v -> !others.contains(v.id().text())).toList();
    return belief(belief, left, belief.blindTo());
  }

  private static BeliefEntry belief(
      BeliefEntry before, List<ActorEntry> views, List<Word> blindTo) {
    Evidence evidence = before.evidence();
    return new BeliefEntry(before.holder(), views, blindTo, before.thinks(), evidence);
  }
}
