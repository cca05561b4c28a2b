package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Body;
import demarche.scenario.BodyEntry.Base;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// What becomes of texts, in words and as bars.
record Outcomes(Members members) {
  private static final int MOST_NAMED = 4;

  /// To stand after the name of a text and a colon.
  Sentence of(Division division) {
    Sentence outcome =
        division.fate() instanceof Division.Vetoed(var by)
            ? vetoed(division, by).then(alsoLacking(division))
            : inFew(division);
    return outcome.then(doubt(division));
  }

  /// The same for a table.
  private Sentence inShort(Division division) {
    return inFew(division).then(doubt(division));
  }

  private Sentence inFew(Division division) {
    int missing = division.canvass().missing();
    return switch (division.fate()) {
      case Division.Passed() ->
          say("passes, {} for and {} against", count(division, Vote.YES), count(division, Vote.NO))
              .then(abstaining(division));
      case Division.Vetoed(var by) ->
          missing > 0
              ? vetoed(division, by)
                  .then(", and {} short", new Slot.Count(missing, "vote", "votes"))
              : vetoed(division, by);
      case Division.TooFew() -> say("fails, {}", Members.clause(lacking(division)));
      case Division.Unratified(var by) ->
          say(
              "has the votes, but no approval by {}",
              new Slot.Several(by.stream().map(members::of).toList()));
    };
  }

  private static Sentence doubt(Division division) {
    boolean doubt =
        division.probability().signum() > 0
            && Exact.isMore(BigFraction.ONE, division.probability());
    return doubt
        ? say(
            "; that is by the likelier votes: it passes with probability {}",
            Wording.amount(division.probability()))
        : say("");
  }

  private static Slot count(Division division, Vote vote) {
    return new Slot.Count(division.count(vote), "", "");
  }

  private static Sentence abstaining(Division division) {
    return division.count(Vote.ABSTAIN) == 0
        ? say("")
        : say(", {} abstaining", count(division, Vote.ABSTAIN));
  }

  /// Those who veto, with the reason; who does so by the wishes of one actor in one breath.
  private Sentence vetoed(Division division, List<Cast> by) {
    Map<List<Object>, List<Cast>> alike = new LinkedHashMap<>();
    for (Cast cast : by) {
      List<Object> key = List.of(cast.seat().voter(), cast.seat().objectionCost());
      alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(cast);
    }
    List<Slot> vetoes = new ArrayList<>();
    alike.values().stream()
        .limit(MOST_NAMED)
        .forEach(casts -> {
          Cast told = casts.stream().filter(Cast::isOwn).findFirst().orElse(casts.getFirst());
          vetoes.add(
              Members.clause(
                  say(
                      "{} ({})",
                      members.of(casts.stream().map(Cast::seat).toList()),
                      Members.clause(members.why(told, division)))));
        });
    int more = alike.values().stream().skip(MOST_NAMED).mapToInt(List::size).sum();
    if (more > 0) vetoes.add(new Slot.Count(more, "other", "others"));
    return say("vetoed by {}", new Slot.Several(vetoes));
  }

  private Sentence alsoLacking(Division division) {
    return division.canvass().missing() == 0
        ? say("")
        : say("; without that it would fail too, {}", Members.clause(lacking(division)));
  }

  private Sentence lacking(Division division) {
    Division.Canvass canvass = division.canvass();
    if (canvass.missing() < 0) return say("for even all who are present could not carry it");
    Sentence lacking =
        isUnsponsored(division)
            ? say("for nobody who may table it votes for it")
            : say("{} short", new Slot.Count(canvass.missing(), "vote", "votes"));
    if (canvass.cheapest().isEmpty()) {
      return lacking.then("; no actor could be won to make that up");
    }
    return lacking.then(
        "; cheapest to win: {}",
        new Slot.Several(canvass.cheapest().stream().map(members::of).toList()));
  }

  private static boolean isUnsponsored(Division division) {
    return division.canvass().missing() == 1
        && division.casts().stream().noneMatch(c -> c.isYes() && Canvassing.maySponsor(c.seat()));
  }

  /// A bar for each majority.
  List<Figure.Poll> polls(String label, Division division) {
    List<Figure.Poll> polls = new ArrayList<>();
    List<Scaled> majorities = Scaled.of(division.body());
    for (int m = 0; m < majorities.size(); m++) {
      polls.add(poll(label, division, majorities.get(m), division.body().rules().get(m)));
    }
    return polls;
  }

  private Figure.Poll poll(String label, Division division, Scaled majority, Body.Majority rule) {
    double all = majority.all();
    List<Figure.Share> shares = new ArrayList<>();
    for (Figure.Cast kind : Figure.Cast.values()) {
      for (int k = 0; k < division.casts().size(); k++) {
        Cast cast = division.casts().get(k);
        if (kind(cast) != kind || majority.weight(k) == 0) continue;
        shares.add(new Figure.Share(cast.seat().name(), kind, majority.weight(k) / all));
      }
    }
    long yes = sum(division, majority, Vote.YES);
    long no = sum(division, majority, Vote.NO);
    double needed = all == 0 ? 0 : majority.needed(yes, no).doubleValue() / all;
    return new Figure.Poll(label, rule(rule), shares, needed, division.passes(), inShort(division));
  }

  private static long sum(Division division, Scaled majority, Vote vote) {
    long sum = 0;
    for (int k = 0; k < division.casts().size(); k++) {
      if (division.casts().get(k).vote() == vote) sum += majority.weight(k);
    }
    return sum;
  }

  private static Figure.Cast kind(Cast cast) {
    if (!cast.isPresent()) return Figure.Cast.ABSENT;
    if (cast.isVeto()) return Figure.Cast.VETO;
    return switch (cast.vote()) {
      case YES -> Figure.Cast.YES;
      case NO -> Figure.Cast.NO;
      case ABSTAIN -> Figure.Cast.ABSTAIN;
    };
  }

  /// What a majority asks for.
  private static Sentence rule(Body.Majority majority) {
    return switch (majority) {
      case Body.YesVotes(int votes) -> say("{}", new Slot.Count(votes, "yes", "yes"));
      case Body.Weighted(var _, var quota) -> say("weights of {}", Wording.amount(quota));
      case Body.YesShare(var _, var share, var base) ->
          say("{} of {}", Wording.amount(share), new Slot.Plain(base(base)));
    };
  }

  private static String base(Base base) {
    return switch (base) {
      case ALL -> "all";
      case PRESENT -> "those present";
      case VOTING -> "yes and no";
    };
  }
}
