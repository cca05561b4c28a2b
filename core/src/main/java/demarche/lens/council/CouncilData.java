package demarche.lens.council;

import demarche.finding.Data;
import demarche.lens.Stable;
import demarche.lens.council.Agenda.Clause;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Preference.RedLine;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one body does with texts, for programs.
final class CouncilData {
  private final Sitting sitting;
  private final StateSpace space;
  private final List<Power> power; // of the members; empty where it was not worked out

  private final List<Backtest> backtests;

  private CouncilData(Sitting sitting, List<Power> power, List<Backtest> backtests) {
    this.sitting = sitting;
    this.power = power;
    this.backtests = backtests;
    this.space = sitting.council().space();
  }

  static Data of(Sitting sitting, List<Power> power, List<Backtest> backtests) {
    return new CouncilData(sitting, power, backtests).data();
  }

  private Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    power.forEach(p -> PowerData.add(p, fields));
    fields.put("from", state(sitting.council().from()));
    fields.put("tabled", new Data.Whole(sitting.council().texts().length));
    fields.put("passing", Stable.states(space, sitting.council().passing()));
    Map<String, Data> texts = new LinkedHashMap<>();
    sitting.divisions().forEach((text, division) -> texts.put(text.id(), text(division)));
    fields.put("texts", new Data.Fields(texts));
    fields.put("infeasible", texts(sitting.infeasible().stream().map(Text::id).toList()));
    fields.put("drafts", new Data.Items(sitting.agendas().stream().map(this::draft).toList()));
    fields.put("vetoes", vetoes());
    fields.put("orders", orders());
    backtests.forEach(b -> fields.put(BacktestData.KEY, new BacktestData(space, b).data()));
    return new Data.Fields(fields);
  }

  private Data state(int state) {
    return new Data.Text(space.code(state));
  }

  private static Data texts(List<String> texts) {
    return new Data.Items(texts.stream().<Data>map(Data.Text::new).toList());
  }

  private static Data seats(List<Seat> seats) {
    return texts(seats.stream().map(Seat::id).toList());
  }

  private Data text(Division division) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("state", state(division.to()));
    fields.put("passes", new Data.Flag(division.passes()));
    fields.put("yes", new Data.Whole(division.count(Vote.YES)));
    fields.put("no", new Data.Whole(division.count(Vote.NO)));
    fields.put("abstain", new Data.Whole(division.count(Vote.ABSTAIN)));
    Map<String, Data> votes = new LinkedHashMap<>();
    division.casts().forEach(c -> votes.put(c.seat().id(), new Data.Text(vote(c))));
    fields.put("votes", new Data.Fields(votes));
    fields.put("by", by(division.fate()));
    fields.put("vetoes", seats(division.vetoes().stream().map(Cast::seat).toList()));
    int missing = division.canvass().missing();
    fields.put("missing", missing < 0 ? new Data.Nothing() : new Data.Whole(missing));
    fields.put("cheapest", offers(division.canvass().cheapest()));
    fields.put("unratified", unratified(division.fate()));
    fields.put("pivotal", seats(division.pivotal()));
    fields.put("probability", new Data.Exact(division.probability()));
    fields.put(
        "ballots", new Data.Items(division.casts().stream().map(CouncilData::cast).toList()));
    return new Data.Fields(fields);
  }

  private static String vote(Cast cast) {
    return cast.isPresent() ? cast.vote().name().toLowerCase(Locale.ROOT) : "absent";
  }

  private static Data by(Division.Fate fate) {
    return switch (fate) {
      case Division.Passed() -> new Data.Nothing();
      case Division.Vetoed _ -> new Data.Text("veto");
      case Division.TooFew _, Division.Unratified _ -> new Data.Text("shortfall");
    };
  }

  private static Data unratified(Division.Fate fate) {
    return fate instanceof Division.Unratified(var by)
        ? texts(by.stream().map(Body::id).toList())
        : texts(List.of());
  }

  private static Data offers(List<Division.Offer> offers) {
    List<Data> items = new ArrayList<>();
    for (Division.Offer offer : offers) {
      Map<String, Data> fields = new LinkedHashMap<>();
      fields.put("actor", new Data.Text(offer.actor().id()));
      fields.put("members", seats(offer.seats()));
      fields.put("price", new Data.Exact(offer.price()));
      items.add(new Data.Fields(fields));
    }
    return new Data.Items(items);
  }

  /// What decides a vote.
  private static Data cast(Cast cast) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("member", new Data.Text(cast.seat().id()));
    fields.put("vote", new Data.Text(vote(cast)));
    fields.put("veto", new Data.Flag(cast.isVeto()));
    switch (cast.ground()) {
      case Cast.Gone() -> fields.put("ground", new Data.Text("absent"));
      case Cast.Fixed() -> fields.put("ground", new Data.Text("fixed"));
      case Cast.Drawn(var member, var yes) -> {
        fields.put("ground", new Data.Text("chance"));
        fields.put("follows", follows(cast, member));
        fields.put("yesWith", new Data.Exact(yes));
      }
      case Cast.Ruled(var body) -> {
        fields.put("ground", new Data.Text("body"));
        fields.put("body", new Data.Text(body.id()));
      }
      case Cast.Wished wished -> {
        fields.put("ground", new Data.Text("wishes"));
        fields.put("follows", follows(cast, wished.actor().id()));
        wished(cast, wished, fields);
      }
    }
    return new Data.Fields(fields);
  }

  private static Data follows(Cast cast, String whom) {
    return whom.equals(cast.seat().id()) ? new Data.Nothing() : new Data.Text(whom);
  }

  private static void wished(Cast cast, Cast.Wished wished, Map<String, Data> fields) {
    for (Cast.Worth worth : wished.worth()) {
      fields.put("now", new Data.Exact(worth.before()));
      fields.put("then", new Data.Exact(worth.after()));
      fields.put("change", new Data.Exact(worth.change()));
      if (cast.seat().veto() == Body.Veto.HELD) {
        fields.put("objectionCost", new Data.Exact(cast.seat().objectionCost()));
        fields.put("margin", new Data.Exact(cast.margin(worth)));
      }
    }
    fields.put("redLines", texts(wished.crossed().stream().map(RedLine::name).toList()));
  }

  private Data draft(Agenda agenda) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("sponsor", new Data.Text(agenda.sponsor().actor().id()));
    fields.put("ideal", state(agenda.ideal()));
    fields.put("best", state(agenda.best()));
    fields.put("equals", texts(agenda.equals().stream().map(space::code).toList()));
    fields.put(
        "clauses", new Data.Items(agenda.clauses().stream().map(CouncilData::clause).toList()));
    fields.put(
        "concessions",
        new Data.Items(agenda.concessions().stream().map(this::concession).toList()));
    return new Data.Fields(fields);
  }

  private static Data clause(Clause clause) {
    Map<String, Data> fields = new LinkedHashMap<>();
    List<String> levels = clause.option().levels();
    fields.put("option", new Data.Text(clause.option().id()));
    fields.put("now", new Data.Text(levels.get(clause.now())));
    fields.put("ideal", new Data.Text(levels.get(clause.ideal())));
    fields.put("best", new Data.Text(levels.get(clause.best())));
    bound(fields, clause.binding());
    return new Data.Fields(fields);
  }

  /// What keeps a clause from its level in the draft, and whose doing it is.
  static void bound(Map<String, Data> fields, Agenda.Binding binding) {
    switch (binding) {
      case Agenda.Unbound() -> bound(fields, "nothing", List.of());
      case Agenda.Idle() -> bound(fields, "no-gain", List.of());
      case Agenda.Impossible() -> bound(fields, "infeasible", List.of());
      case Agenda.ByVeto(var by) -> bound(fields, "veto", by.stream().map(Seat::id).toList());
      case Agenda.ByVotes(var by) -> bound(fields, "votes", by.stream().map(Seat::id).toList());
      case Agenda.ByBodies(var by) -> bound(fields, "approval", by.stream().map(Body::id).toList());
    }
  }

  private static void bound(Map<String, Data> fields, String kind, List<String> by) {
    fields.put("bound", new Data.Text(kind));
    fields.put("by", texts(by));
  }

  private Data concession(Agenda.Concession concession) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("members", seats(concession.members()));
    fields.put(
        "buys",
        new Data.Text(
            switch (concession.buys()) {
              case YES -> "yes";
              case NO_VETO -> "no-veto";
            }));
    fields.put("text", concession.text() < 0 ? new Data.Nothing() : state(concession.text()));
    fields.put("levels", new Data.Whole(concession.steps()));
    return new Data.Fields(fields);
  }

  /// By measure and member what the member's veto keeps from passing.
  private Data vetoes() {
    Map<String, Data> measures = new LinkedHashMap<>();
    sitting
        .vetoes()
        .forEach((measure, effects) -> {
          Map<String, Data> members = new LinkedHashMap<>();
          effects.forEach(e -> members.put(e.member().id(), effect(e)));
          measures.put(measure, new Data.Fields(members));
        });
    return new Data.Fields(measures);
  }

  private Data effect(BadCop effect) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("with", state(effect.with().text()));
    fields.put("without", state(effect.without().text()));
    fields.put("effect", new Data.Exact(effect.effect()));
    fields.put("bare", new Data.Exact(effect.bare()));
    List<Data> allies = new ArrayList<>();
    for (BadCop.Ally ally : effect.allies()) {
      Map<String, Data> own = new LinkedHashMap<>();
      own.put("member", new Data.Text(ally.seat().id()));
      own.put("loss", new Data.Exact(ally.worth().change().negate()));
      own.put("cost", new Data.Exact(ally.cost()));
      allies.add(new Data.Fields(own));
    }
    fields.put("allies", new Data.Items(allies));
    return new Data.Fields(fields);
  }

  private Data orders() {
    if (sitting.isOrderUnknown()) return new Data.Nothing();
    List<Data> ends = new ArrayList<>();
    sitting
        .ends()
        .forEach((end, orders) -> {
          Map<String, Data> fields = new LinkedHashMap<>();
          fields.put("end", state(end));
          fields.put("count", new Data.Whole(orders.size()));
          fields.put(
              "first",
              texts(
                  orders.getFirst().stream()
                      .map(place -> sitting.rival(place).sponsor().actor().id())
                      .toList()));
          ends.add(new Data.Fields(fields));
        });
    return new Data.Items(ends);
  }
}
