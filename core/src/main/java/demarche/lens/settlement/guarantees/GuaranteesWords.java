package demarche.lens.settlement.guarantees;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Tells what would keep each proposal, and what keeps those that hold.
final class GuaranteesWords {
  private static final int MOST_NAMED = 3;

  private final StateSpace space;
  private final Wording wording;

  GuaranteesWords(StateSpace space) {
    this.space = space;
    this.wording = Wording.of(space);
  }

  List<Finding> findings(List<Guarantees> all) {
    List<Finding> findings = new ArrayList<>();
    all.stream()
        .filter(one -> one.judgement().isAccepted() && !one.holds())
        .forEach(one -> findings.add(headline(one)));
    if (all.stream().anyMatch(one -> !one.holds())) findings.add(leaving(all));
    if (all.stream().anyMatch(one -> !one.pillars().isEmpty())) findings.add(holding(all));
    return findings;
  }

  private Finding headline(Guarantees one) {
    List<Sentence> reasons = new ArrayList<>();
    for (Breach breach : one.breaches()) {
      reasons.add(
          say(
              "{} would leave it for {}; {}",
              wording.party(breach.by()),
              change(one.state(), best(one.state(), breach)),
              new Slot.Clause(word(breach))));
      reasons.add(threats(one.state(), breach));
    }
    if (!one.unkept().isEmpty()) reasons.add(unkept(one));
    if (!one.additions().isEmpty()) {
      reasons.add(say("It would hold with this in it: {}", additions(one)));
    }
    return new Finding(
        "keep-" + one.proposal().id(), Prominence.HEADLINE, verdict(one), reasons, List.of());
  }

  /// Of an actor the way out that it likes best; of these, and of a body's, one that changes least.
  private int best(int state, Breach breach) {
    Comparator<Integer> liked =
        breach.by() instanceof Actor actor
            ? Comparator.comparingInt(q -> -space.rank(actor, q))
            : Comparator.comparingInt(_ -> 0);
    return breach.ways().stream()
        .min(
            liked
                .thenComparingInt(q -> change(state, q).items().size())
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /// What would do, in one sentence.
  private Sentence verdict(Guarantees one) {
    List<Slot> means = new ArrayList<>();
    if (one.isKeptByWord()) means.add(new Slot.Clause(words(one)));
    if (one.isKeptByThreats()) means.add(new Slot.Clause(guards(one)));
    if (!one.additions().isEmpty()) {
      means.add(new Slot.Clause(say("more in it, such as {}", added(one.additions().getFirst()))));
    }
    Slot name = new Slot.Quoted(one.proposal().name());
    return means.isEmpty()
        ? say("{} would be signed and then left, and no guarantee of one kind would keep it", name)
        : say("{} would be signed and then left; it would be kept by {}", name, either(means));
  }

  private static Slot either(List<Slot> means) {
    Sentence joined = say("{}", means.getFirst());
    for (int k = 1; k < means.size(); k++) {
      joined = joined.then(k == means.size() - 1 ? ", or by {}" : ", by {}", means.get(k));
    }
    return new Slot.Clause(joined);
  }

  private Sentence words(Guarantees one) {
    List<Slot> each = new ArrayList<>();
    for (Breach breach : one.breaches()) {
      if (breach.commitment() instanceof Commitment.Loss(var loss)) {
        each.add(
            new Slot.Clause(
                say(
                    "a commitment that it costs {} {} to break",
                    wording.party(breach.by()),
                    Wording.amount(loss))));
      }
    }
    return say("{}", new Slot.Several(each));
  }

  private Sentence guards(Guarantees one) {
    List<Slot> each = new ArrayList<>();
    for (Breach breach : one.breaches()) {
      each.add(
          new Slot.Clause(
              say("a threat of {} against {}", who(breach), wording.party(breach.by()))));
    }
    return say("{}", new Slot.Several(each));
  }

  private Slot who(Breach breach) {
    List<Slot> names =
        breach.guarantors().isEmpty()
            ? breach.together().getFirst().stream()
                .<Slot>map(g -> wording.party(g.actor()))
                .toList()
            : List.of(wording.party(cheapest(breach.guarantors())));
    return new Slot.Several(names);
  }

  /// The first of those whose answers last, else the first.
  private static Actor cheapest(List<Guarantor> guarantors) {
    return guarantors.stream()
        .filter(Guarantor::isLasting)
        .findFirst()
        .orElse(guarantors.getFirst())
        .actor();
  }

  private Sentence unkept(Guarantees one) {
    return say(
        "If all were so committed at once, {} would still leave: whoever is bound answers less",
        new Slot.Several(one.unkept().stream().<Slot>map(wording::party).toList()));
  }

  private Sentence word(Breach breach) {
    return switch (breach.commitment()) {
      case Commitment.Loss(var loss) ->
          say("its own word would keep it if breaking it cost it {}", Wording.amount(loss));
      case Commitment.Never(var line) ->
          say(
              "no loss would keep it, for what it agreed to crosses its red line {}",
              new Slot.OfExpression(line.name()));
      case Commitment.Unmeasured _ ->
          say(
              "what breaking its word must cost it cannot be told: it has an order without numbers");
      case Commitment.ByVotes _ -> say("it keeps no word but by its votes");
    };
  }

  private Sentence threats(int state, Breach breach) {
    if (!breach.guarantors().isEmpty()) {
      return say(
          "A promise to answer would keep it: {}",
          new Slot.Several(
              breach.guarantors().stream().<Slot>map(g -> new Slot.Clause(threat(g))).toList()));
    }
    if (!breach.together().isEmpty()) {
      return say(
          "Nobody's threat alone would keep it; together those of {} would",
          new Slot.Several(breach.together().stream().limit(MOST_NAMED).map(this::group).toList()));
    }
    return say(
        "Nobody's threat would keep it: no move of another leaves it no better off than {}",
        new Slot.Plain(state == space.statusQuo() ? "the status quo" : "what was agreed"));
  }

  private Slot group(List<Guarantor> group) {
    List<Slot> names = group.stream().<Slot>map(g -> wording.party(g.actor())).toList();
    return new Slot.Clause(say("{}", new Slot.Several(names)));
  }

  /// Who threatens with what, and what carrying it out would cost.
  private Sentence threat(Guarantor guarantor) {
    Guarantor.Answer first = guarantor.answers().getFirst();
    Sentence told =
        say("{} with {}", wording.party(guarantor.actor()), change(first.breach(), first.to()));
    Sentence priced =
        guarantor.price().isEmpty()
            ? told
            : guarantor.price().getFirst().signum() == 0
                ? told.then(", at no cost to it")
                : told.then(
                    ", which would cost it {}", Wording.amount(guarantor.price().getFirst()));
    return guarantor.isLasting() ? priced : priced.then(", though it could be escaped");
  }

  private Slot.Several change(int from, int to) {
    return wording.changes(space, from, to);
  }

  private Slot additions(Guarantees one) {
    Stream<Slot> named = one.additions().stream().map(this::added);
    return new Slot.Several(named.toList());
  }

  private Slot added(Addition addition) {
    return wording.setting(addition.option(), addition.level());
  }

  private Finding leaving(List<Guarantees> all) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Guarantees one : all) {
      Sentence name = say("{}", new Slot.Plain(one.proposal().name()));
      Sentence more = one.additions().isEmpty() ? say("none") : say("{}", additions(one));
      for (Breach breach : one.breaches()) {
        rows.add(
            List.of(
                name,
                say(
                    "{}, for {}",
                    wording.party(breach.by()),
                    change(one.state(), best(one.state(), breach))),
                cost(breach),
                able(breach),
                more));
        name = say("");
        more = say("");
      }
    }
    return new Finding(
        "guarantees",
        Prominence.SECTION,
        say("What would keep the proposals that would not hold"),
        List.of(),
        List.of(
            new Figure.Table(
                "Who would leave, and what would keep it",
                List.of(
                    "proposal",
                    "who would leave",
                    "kept by its word, at",
                    "by a threat of any of",
                    "or with"),
                rows)));
  }

  private static Sentence cost(Breach breach) {
    return switch (breach.commitment()) {
      case Commitment.Loss(var loss) -> say("{}", Wording.amount(loss));
      case Commitment.Never _ -> say("no price");
      case Commitment.Unmeasured _ -> say("no number");
      case Commitment.ByVotes _ -> say("votes");
    };
  }

  private Sentence able(Breach breach) {
    if (!breach.guarantors().isEmpty()) {
      return say(
          "{}",
          new Slot.Several(
              breach.guarantors().stream().<Slot>map(g -> wording.party(g.actor())).toList()));
    }
    return breach.together().isEmpty()
        ? say("nobody")
        : say("only together {}", group(breach.together().getFirst()));
  }

  private Finding holding(List<Guarantees> all) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Guarantees one : all) {
      Sentence name = say("{}", new Slot.Plain(one.proposal().name()));
      for (Pillar pillar : one.pillars()) {
        rows.add(
            List.of(
                name,
                say("{}", wording.party(pillar.by())),
                say("{}", wording.party(pillar.kept())),
                say("{}", change(one.state(), pillar.gain()))));
        name = say("");
      }
    }
    return new Finding(
        "pillars",
        Prominence.SECTION,
        say("Without whose answers a proposal that holds would not"),
        List.of(),
        List.of(
            new Figure.Table(
                "What keeps those that hold",
                List.of("proposal", "the answers of", "keep", "from"),
                rows)));
  }
}
