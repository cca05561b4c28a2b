package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what each actor's part is worth to the others.
record WorthWords(Play play) {
  Optional<Finding> finding() {
    List<Actor> actors = play.model().actors();
    List<Integer> asked = play.casting().cast().actors();
    if (actors.size() < 2 || play.valued().isEmpty()) return Optional.empty();
    List<String> headers = new ArrayList<>(List.of("whose part"));
    actors.forEach(a -> headers.add(a.name()));
    List<List<Sentence>> rows = new ArrayList<>();
    for (int a : asked) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", party(actors.get(a)))));
      for (Actor other : actors) {
        List<Double> value = play.valued().get(a).get(other.index());
        row.add(say("{}", value.isEmpty() ? Told.figure(value) : Told.move(value.getFirst())));
      }
      rows.add(row);
    }
    return Optional.of(
        new Finding(
            "roles-worth",
            Prominence.SECTION,
            statement(actors, asked),
            List.of(),
            List.of(new Figure.Table("What each part is worth to each, on u", headers, rows))));
  }

  /// The part that is worth most to somebody else.
  private Sentence statement(List<Actor> actors, List<Integer> asked) {
    double most = Double.NEGATIVE_INFINITY;
    int whose = -1;
    int to = -1;
    for (int a : asked) {
      for (int b = 0; b < actors.size(); b++) {
        List<Double> value = play.valued().get(a).get(b);
        if (a == b || value.isEmpty() || value.getFirst() <= most) continue;
        most = value.getFirst();
        whose = a;
        to = b;
      }
    }
    if (whose < 0) return say("What a part is worth to others has no figure");
    if (most < Terms.TOLERANCE / 2) return say("None of these parts is worth anything to another");
    return say(
        "Of these parts that of {} to {} is worth most to another: {} of its value between 0 and 1",
        party(actors.get(whose)),
        party(actors.get(to)),
        Told.move(most));
  }

  private static Slot party(Actor actor) {
    return new Slot.OfParty(actor.id(), actor.name());
  }
}
