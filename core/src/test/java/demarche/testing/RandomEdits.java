package demarche.testing;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.scenario.ActorEntry;
import demarche.scenario.Edit;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Scenario;
import demarche.scenario.TermEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Edits that are possible in a model, of every kind, drawn at random.
public final class RandomEdits {
  private static final List<String> WEIGHTS =
      List.of("0", "1", "2", "-3", "0.5", "1 / 3", "-1e-3", "7", "1000");

  private final Model model;
  private final Random random;

  private RandomEdits(Model model, Random random) {
    this.model = model;
    this.random = random;
  }

  public static Edit draw(Model model, Random random) {
    RandomEdits edits = new RandomEdits(model, random);
    List<Edit> possible = new ArrayList<>();
    for (int tries = 0; possible.isEmpty() || tries < 2; tries++) edits.add(possible);
    return edits.one(possible);
  }

  private <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /// Adds some edits of what an actor wishes, of a body's rules, of a parameter.
  private void add(List<Edit> edits) {
    int actor = random.nextInt(model.actors().size());
    wishes(model.actors().get(actor), model.scenario(), edits);
    if (!model.bodies().isEmpty()) rules(one(model.bodies()), edits);
    if (!model.parameters().isEmpty() && random.nextInt(2) == 0) {
      edits.add(new Edit.Parameter(one(List.copyOf(model.parameters().keySet())), weight()));
    }
  }

  private void wishes(Actor actor, Scenario scenario, List<Edit> edits) {
    String id = actor.id();
    edits.add(new Edit.NewRedLine(id, expression()));
    ActorEntry entry = scenario.actors().get(actor.index());
    if (!entry.redLines().isEmpty()) {
      int line = random.nextInt(entry.redLines().size());
      edits.add(new Edit.DroppedRedLine(id, "red-line-" + (line + 1)));
    }
    switch (entry.preference()) {
      case PreferenceEntry.None() -> edits.add(new Edit.NewPriority(id, expression(), 1));
      case PreferenceEntry.Ranking _ -> {}
      case PreferenceEntry.Priorities(var all) -> {
        edits.add(new Edit.NewPriority(id, expression(), 1 + random.nextInt(all.size() + 1)));
        if (all.isEmpty()) break;
        String some = "priority-" + (1 + random.nextInt(all.size()));
        edits.add(new Edit.MovedPriority(id, some, 1 + random.nextInt(all.size())));
        edits.add(new Edit.DroppedPriority(id, some));
      }
      case PreferenceEntry.Values(var terms) -> {
        if (!terms.isEmpty()) edits.add(weight(id, one(terms)));
      }
    }
  }

  private Edit weight(String actor, TermEntry term) {
    return switch (term) {
      case TermEntry.When when -> new Edit.Weight(actor, when.id().text(), weight());
      case TermEntry.Of of -> {
        Option option =
            IntStream.range(0, model.options().size() + model.events().size())
                .mapToObj(model::option)
                .filter(o -> o.shortId().equals(of.option().text()))
                .findFirst()
                .orElseThrow();
        yield new Edit.LevelWeight(actor, of.id().text(), one(option.levels()), weight());
      }
    };
  }

  private String weight() {
    return one(WEIGHTS);
  }

  private void rules(Body body, List<Edit> edits) {
    int rule = random.nextInt(body.rules().size());
    String needed =
        switch (body.rules().get(rule)) {
          case Body.YesVotes _ -> "" + random.nextInt(body.seats().size() + 1);
          case Body.Weighted(var weights, var _) -> random.nextInt(weights.size()) + " / 2";
          case Body.YesShare _ -> random.nextInt(5) + " / 4";
        };
    edits.add(new Edit.Majority(body.id(), rule + 1, needed));
    List<String> members =
        body.seats().stream().map(Body.Seat::id).filter(_ -> random.nextInt(3) == 0).toList();
    edits.add(new Edit.Vetoes(body.id(), rule + 1, members));
  }

  private String expression() {
    return switch (random.nextInt(4)) {
      case 0 -> literal();
      case 1 -> "not " + literal();
      case 2 -> literal() + " and not " + literal();
      default -> literal() + " or " + literal();
    };
  }

  private String literal() {
    Option option = one(model.options());
    String level = one(option.levels());
    return model.isGraph() ? level : "(" + option.id() + " = " + level + ")";
  }
}
