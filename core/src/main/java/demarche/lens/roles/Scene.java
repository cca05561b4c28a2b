package demarche.lens.roles;

import demarche.lens.Run;
import demarche.lens.preferences.TauB;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Party;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Twist;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What one looks at: the scenario as it is, or as one of its actors pictures it; and the worlds in
/// which something of that is otherwise, each worked out once.
///
/// Threads may share it.
public final class Scene {
  private final StateSpace space;
  private final Model real;
  private final String observer;
  private final Run run;
  private final World base;
  private final Barriers barriers;
  private final Map<String, Imagining> worlds = new ConcurrentHashMap<>();
  private final Map<String, Scene> views = new ConcurrentHashMap<>();

  private Scene(StateSpace space, Model real, String observer, Run run) {
    this.space = space;
    this.real = real;
    this.observer = observer;
    this.run = run;
    this.base = new World(space, space.model(), run);
    this.barriers = new Barriers(space, run);
  }

  /// The scenario as it is; once for a space.
  public static Scene of(StateSpace space, Run run) {
    return space.once(
        Scene.class, Scene.class, () -> new Scene(space, space.model(), "", run.alone()));
  }

  /// The scenario as an actor pictures it: the same scene where the file says nothing of what it
  /// believes.
  ///
  /// @param actor by its id
  public Scene seenBy(String actor) {
    if (real.beliefs().stream().noneMatch(b -> b.holder().equals(actor))) return this;
    return views.computeIfAbsent(
        actor,
        id -> {
          Model seen = Imagined.seenBy(real, id);
          return new Scene(space.with(seen), real, id, run);
        });
  }

  public StateSpace space() {
    return space;
  }

  public Model model() {
    return space.model();
  }

  /// The model behind what is seen.
  Model real() {
    return real;
  }

  /// The actor whose picture it is; empty for the scenario as it is.
  public String observer() {
    return observer;
  }

  Run run() {
    return run;
  }

  /// As it is seen, with nothing otherwise.
  public World base() {
    return base;
  }

  /// What actors can give or withhold.
  List<Means> means() {
    return space.once(Known.class, Known.class, () -> new Known(Means.of(model()))).means;
  }

  private record Known(List<Means> means) {}

  Barriers barriers() {
    return barriers;
  }

  /// The world without a party, in one meaning of that.
  ///
  /// @param party of the scene's model
  public Imagining without(Kind kind, Party party) {
    return worlds.computeIfAbsent(
        kind.id() + "/" + party.id(),
        _ -> {
          Optional<String> reason = meaningless(kind, party);
          if (reason.isPresent()) return new Imagining.Meaningless(reason.get());
          String nearest =
              kind == Kind.COPY ? nearest((Actor) party).map(Actor::id).orElse("") : "";
          return twisted(kind.twists(party.id(), nearest));
        });
  }

  /// The world in which several actors are inactive. That of two or more is not kept.
  Imagining inactive(Collection<String> actors) {
    if (actors.isEmpty()) return new Imagining.Possible(base);
    if (actors.size() == 1) {
      String only = actors.iterator().next();
      for (Actor actor : model().actors()) {
        if (actor.id().equals(only)) return without(Kind.INACTIVE, actor);
      }
    }
    List<Twist> twists = new ArrayList<>();
    for (String actor : actors) twists.addAll(Kind.INACTIVE.twists(actor, ""));
    return twisted(twists);
  }

  /// A world of another kind.
  ///
  /// @param key tells it from all others
  Imagining otherwise(String key, Supplier<Model> changed) {
    return worlds.computeIfAbsent(key, _ -> imagined(changed));
  }

  private Imagining twisted(List<Twist> twists) {
    return imagined(() -> Imagined.twisted(model(), twists));
  }

  private Imagining imagined(Supplier<Model> changed) {
    try {
      return new Imagining.Possible(new World(space, changed.get(), run));
    } catch (InvalidScenario e) {
      return new Imagining.Meaningless(e.problems().getFirst().message());
    }
  }

  private Optional<String> meaningless(Kind kind, Party party) {
    boolean anybody = kind == Kind.PASSIVE || kind == Kind.ABSENT;
    if (!anybody && !(party instanceof Actor)) {
      return Optional.of(
          "'%s' is a body, and only an actor can be %s".formatted(party.id(), kind.id()));
    }
    if (kind == Kind.WITHOUT_VETO && !holdsVeto(party)) {
      return Optional.of("it holds no veto of its own");
    }
    if (kind == Kind.COPY && nearest((Actor) party).isEmpty()) {
      return Optional.of("no other order of the states is comparable with its own");
    }
    return Optional.empty();
  }

  private boolean holdsVeto(Party party) {
    return model().bodies().stream()
        .flatMap(b -> b.seats().stream())
        .anyMatch(seat ->
            seat.id().equals(party.id())
                && seat.veto() == Body.Veto.HELD
                && !(seat.voter() instanceof Body.Absent));
  }

  /// The other actor whose order of the states is nearest by tau-b; the first in file order of
  /// several.
  Optional<Actor> nearest(Actor actor) {
    int[] own = space.ranks(actor).toArray();
    Optional<Actor> nearest = Optional.empty();
    Optional<TauB> best = Optional.empty();
    for (Actor other : model().actors()) {
      if (other.index() == actor.index()) continue;
      TauB tau = TauB.of(own, space.ranks(other).toArray());
      if (!tau.isDefined() || (best.isPresent() && tau.compare(best.get()) <= 0)) continue;
      best = Optional.of(tau);
      nearest = Optional.of(other);
    }
    return nearest;
  }

  /// How much of a target's figure is there because of a party: the figure as it is less the figure
  /// without it. Empty where either does not exist.
  ///
  /// @param target by its place
  public List<Double> move(Party party, int target, Kind kind) {
    return difference(base.figure(target), without(kind, party).figure(target));
  }

  /// The first less the second.
  static List<Double> difference(List<Double> first, List<Double> second) {
    return first.isEmpty() || second.isEmpty()
        ? List.of()
        : List.of(first.getFirst() - second.getFirst());
  }

  /// What an actor's part is worth to another: what things as they are are worth to that one, less
  /// the same where the first is inactive. Empty where either has no figure.
  public List<Double> valueOf(Actor actor, Actor other) {
    return switch (without(Kind.INACTIVE, actor)) {
      case Imagining.Possible(World world) ->
          difference(base.worth(other.index()), world.worth(other.index()));
      case Imagining.Meaningless _ -> List.of();
    };
  }
}
