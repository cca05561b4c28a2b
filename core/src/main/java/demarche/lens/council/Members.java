package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.council.Division.Offer;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Party;
import demarche.model.Preference.RedLine;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.StateSpace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Members and their votes in words.
record Members(StateSpace space) {
  /// A member by the name of the party that it is, if it is one.
  Slot of(Seat seat) {
    return space.model().parties().stream()
        .filter(party -> party.id().equals(seat.id()))
        .<Slot>map(this::of)
        .findFirst()
        .orElse(new Slot.OfParty(seat.id(), seat.name()));
  }

  Slot of(Party party) {
    return Wording.of(space).party(party);
  }

  Slot of(List<Seat> seats) {
    return new Slot.Several(seats.stream().map(this::of).toList());
  }

  static String vote(Cast cast) {
    if (!cast.isPresent()) return "absent";
    if (cast.isVeto()) return "vetoes";
    return switch (cast.vote()) {
      case YES -> "yes";
      case NO -> "no";
      case ABSTAIN -> "abstains";
    };
  }

  /// Why a member votes as it does.
  Sentence why(Cast cast, Division division) {
    return switch (cast.ground()) {
      case Cast.Gone() -> say("absent");
      case Cast.Fixed() -> say("whatever the text");
      case Cast.Drawn(var member, var yes) -> {
        Sentence draw = say("yes with probability {}", Wording.amount(yes));
        yield member.equals(cast.seat().id())
            ? draw
            : draw.then(", as {}", new Slot.Plain(name(division, member)));
      }
      case Cast.Ruled(var body) -> {
        boolean against = cast.isVeto() || cast.vote() == Vote.NO;
        Sentence how =
            new Gain(
                    space, body, against ? division.to() : division.from(), ends(division, against))
                .inShort();
        yield say(
            against ? "by its own rule the contrary is {}" : "by its own rule {}", clause(how));
      }
      case Cast.Wished wished -> why(cast, wished, division);
    };
  }

  private static int ends(Division division, boolean against) {
    return against ? division.from() : division.to();
  }

  private static String name(Division division, String member) {
    return division.body().seats().stream()
        .filter(seat -> seat.id().equals(member))
        .map(Seat::name)
        .findFirst()
        .orElse(member);
  }

  private Sentence why(Cast cast, Cast.Wished wished, Division division) {
    boolean follows = !cast.isOwn();
    Sentence why = follows ? say("as {}: ", of(wished.actor())) : say("");
    if (cast.isVeto() && !wished.crossed().isEmpty()) {
      return why.then("crosses the red line {}", lines(wished.crossed()));
    }
    why = why.then(new Gain(space, wished.actor(), division.from(), division.to()).inShort());
    boolean weighed =
        cast.seat().veto() == Body.Veto.HELD
            && cast.seat().objectionCost().signum() > 0
            && !cast.isYes()
            && !wished.worth().isEmpty()
            && wished.worth().getFirst().change().signum() < 0;
    if (!weighed) return why;
    var margin = cast.margin(wished.worth().getFirst());
    return margin.signum() > 0
        ? why.then(", {} more than an objection costs", Wording.amount(margin))
        : why.then(
            ", no more than the {} that an objection costs",
            Wording.amount(cast.seat().objectionCost()));
  }

  static Slot lines(List<RedLine> lines) {
    return new Slot.Several(
        lines.stream().<Slot>map(line -> new Slot.OfExpression(line.name())).toList());
  }

  static Slot clause(Sentence sentence) {
    return new Slot.Clause(sentence);
  }

  /// What it takes to win an actor's votes.
  Slot of(Offer offer) {
    boolean own =
        offer.seats().size() == 1 && offer.seats().getFirst().id().equals(offer.actor().id());
    Slot votes = new Slot.Count(offer.seats().size(), "vote", "votes");
    Sentence who = own ? say("{}", of(offer.actor())) : say("{} ({})", of(offer.actor()), votes);
    return clause(
        offer.price().signum() == 0
            ? who.then(" for any gain")
            : who.then(" for a little more than {} of its scale", percent(offer.price())));
  }

  /// Rounded up to a tenth of a percent.
  private static Slot percent(BigFraction share) {
    BigDecimal tenths = new BigDecimal(share.getNumerator()).multiply(BigDecimal.valueOf(100));
    BigDecimal rounded = tenths.divide(new BigDecimal(share.getDenominator()), 1, RoundingMode.UP);
    return new Slot.Amount(rounded.stripTrailingZeros().toPlainString(), "%");
  }
}
