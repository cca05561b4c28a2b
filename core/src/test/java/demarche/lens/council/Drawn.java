package demarche.lens.council;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.states.StateSpace;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One body of a drawn scenario, and the same read literally.
record Drawn(
    Model model,
    StateSpace space,
    LiteralCouncil literal,
    Body body,
    Council council,
    String what) {
  private static final int SEEDS = 2_000;

  /// Tries a property with every body of 2,000 drawn scenarios.
  static void each(Consumer<Drawn> property) {
    Seeds.each(
        SEEDS,
        seed -> {
          String yaml = RandomBodies.draw(seed);
          Model model = RandomBodies.model(yaml);
          StateSpace space = StateSpace.of(model);
          LiteralCouncil literal = new LiteralCouncil(model);
          for (Body body : model.bodies()) {
            Council council = new Council(space, body, space.statusQuo(), Run.quiet());
            String what = "%s; -Dseed=%d replays%n%s".formatted(body.id(), seed, yaml);
            property.accept(new Drawn(model, space, literal, body, council, what));
          }
        });
  }

  int from() {
    return council.from();
  }

  /// What stands, and where a text could lead.
  List<Integer> states() {
    List<Integer> states = new ArrayList<>(literal.texts(body, from()));
    states.add(from());
    return states;
  }

  /// Those to which the actor prefers none of the others.
  List<Integer> liked(Actor actor, List<Integer> states) {
    return states.stream()
        .filter(s -> states.stream().noneMatch(t -> literal.literal().prefers(actor, s, t)))
        .toList();
  }

  int nearest(List<Integer> states, int to) {
    int best = states.getFirst();
    for (int s : states) {
      int nearer = steps(s, to) - steps(best, to);
      if (nearer < 0 || (nearer == 0 && s < best)) best = s;
    }
    return best;
  }

  int steps(int s, int t) {
    int steps = 0;
    for (Option o : body.options()) {
      steps += Math.abs(literal.levels(s)[o.index()] - literal.levels(t)[o.index()]);
    }
    return steps;
  }
}
