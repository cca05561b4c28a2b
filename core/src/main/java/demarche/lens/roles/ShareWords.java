package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Figure.Course;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells how the figure of each target is shared out among the actors.
record ShareWords(Play play) {
  Optional<Finding> finding() {
    List<Figure.Funnel> funnels = new ArrayList<>();
    for (Attribution attribution : play.attribution()) {
      for (int k = 0; k < attribution.targets().size(); k++) {
        Attribution.Shares shares = attribution.shares().get(k);
        if (shares.of().isEmpty() || isIdle(shares)) continue;
        funnels.add(funnel(attribution, k));
      }
    }
    if (funnels.isEmpty()) return Optional.empty();
    return Optional.of(
        new Finding(
            "roles-shares",
            Prominence.SECTION,
            say(
                "What each actor adds to a figure by being active, by {}: the shares of a target add"
                    + " up to its figure less what it would be with everybody inactive",
                new Slot.OfConcept(
                    "Shapley value",
                    "what an actor adds to those active before it, on average over all orders")),
            List.of(),
            List.of(new Figure.Tornado("How figures are shared out", funnels))));
  }

  private static boolean isIdle(Attribution.Shares shares) {
    return shares.of().stream().allMatch(share -> Math.abs(share) < Terms.TOLERANCE / 2);
  }

  private Figure.Funnel funnel(Attribution attribution, int place) {
    Attribution.Shares shares = attribution.shares().get(place);
    List<Figure.Swing> swings =
        IntStream.range(0, shares.of().size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(shares.of().get(i))))
            .map(i -> swing(attribution.players().get(i), shares, i))
            .toList();
    return new Figure.Funnel(
        play.model().targets().get(attribution.targets().get(place)).name(),
        "to the right what it adds, to the left what it takes away; half the width is 1",
        swings);
  }

  private static Figure.Swing swing(Actor player, Attribution.Shares shares, int i) {
    double share = shares.of().get(i);
    double margin = shares.margins().get(i);
    Sentence told = say("{}", Told.move(share));
    if (margin > 0) {
      told = told.then(" [{}, {}]", Told.move(share - margin), Told.move(share + margin));
    }
    return new Figure.Swing(
        player.name(),
        share < 0 ? Course.FALLING : Course.RISING,
        Math.min(1, Math.abs(share)),
        told);
  }
}
