package demarche.lens.council;

import demarche.lens.council.Covering.Part;
import demarche.lens.council.Division.Canvass;
import demarche.lens.council.Division.Offer;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/// Finds which votes a text lacks, and whose are cheapest to win.
///
/// @param prices what the text costs an actor, in u
record Canvassing(List<Scaled> majorities, List<Cast> casts, Function<Actor, BigFraction> prices) {
  Canvass canvass() {
    List<BigFraction> lacking = lacking();
    if (lacking.stream().allMatch(need -> need.signum() <= 0)) {
      return new Canvass(0, List.of(), List.of());
    }
    List<Integer> free = new ArrayList<>();
    for (int seat = 0; seat < casts.size(); seat++) {
      if (!casts.get(seat).isYes() && casts.get(seat).isPresent()) free.add(seat);
    }
    int missing =
        new Covering(lacking)
            .cheapest(
                free.stream().map(seat -> new Part(BigFraction.ONE, gains(List.of(seat)))).toList())
            .map(choice -> choice.parts().size())
            .orElse(-1);
    List<Offer> inFileOrder = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (List<Integer> seats : forSale(free)) {
      Offer offer = offer(seats);
      inFileOrder.add(offer);
      parts.add(new Part(offer.price(), gains(seats)));
    }
    List<Offer> cheapest =
        new Covering(lacking)
            .cheapest(parts)
            .map(choice -> choice.parts().stream().map(inFileOrder::get).toList())
            .orElse(List.of());
    List<Offer> offers = new ArrayList<>(inFileOrder);
    offers.sort((a, b) -> Exact.compare(a.price(), b.price()));
    return new Canvass(missing, offers, cheapest);
  }

  /// Of each majority what the yes votes lack; last whether a sponsor is.
  private List<BigFraction> lacking() {
    List<BigFraction> lacking = new ArrayList<>();
    for (Scaled majority : majorities) {
      long yes = sum(majority, Vote.YES);
      BigFraction needed = majority.needed(yes, sum(majority, Vote.NO));
      lacking.add(needed.subtract(BigFraction.of(yes)));
    }
    boolean sponsored = casts.stream().anyMatch(c -> c.isYes() && maySponsor(c.seat()));
    lacking.add(sponsored ? BigFraction.ZERO : BigFraction.ONE);
    return lacking;
  }

  private long sum(Scaled majority, Vote vote) {
    long sum = 0;
    for (int seat = 0; seat < casts.size(); seat++) {
      if (casts.get(seat).vote() == vote) sum += majority.weight(seat);
    }
    return sum;
  }

  static boolean maySponsor(Seat seat) {
    return seat.sponsorship() == Body.Sponsorship.MAY;
  }

  /// What some seats add to each of the needs by turning to yes.
  private List<BigFraction> gains(List<Integer> seats) {
    List<BigFraction> gains = new ArrayList<>();
    for (Scaled majority : majorities) {
      gains.add(
          seats.stream()
              .map(seat -> majority.gain(seat, casts.get(seat).vote() == Vote.NO))
              .reduce(BigFraction.ZERO, BigFraction::add));
    }
    boolean sponsor = seats.stream().anyMatch(seat -> maySponsor(casts.get(seat).seat()));
    gains.add(sponsor ? BigFraction.ONE : BigFraction.ZERO);
    return gains;
  }

  /// The seats of each actor whose votes are lacking and not out of the question.
  private List<List<Integer>> forSale(List<Integer> free) {
    Map<Integer, List<Integer>> sold = new TreeMap<>();
    for (int seat : free) {
      if (casts.get(seat).ground() instanceof Cast.Wished wished
          && wished.sale() == Cast.Sale.FOR_SALE) {
        sold.computeIfAbsent(wished.actor().index(), _ -> new ArrayList<>()).add(seat);
      }
    }
    return List.copyOf(sold.values());
  }

  private Offer offer(List<Integer> seats) {
    Cast.Wished wished = (Cast.Wished) casts.get(seats.getFirst()).ground();
    return new Offer(
        wished.actor(),
        seats.stream().map(seat -> casts.get(seat).seat()).toList(),
        prices.apply(wished.actor()));
  }
}
