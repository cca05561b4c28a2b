package demarche.lens.settlement.zone;

import demarche.finding.Data;
import demarche.lens.Stable;
import demarche.lens.settlement.zone.BlessingWords.Fate;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// The zone for programs.
final class ZoneData {
  private static final int MOST_PROFILES = 20;

  private final Outlook outlook;
  private final StateSpace space;
  private final Map<String, Data> fields = new LinkedHashMap<>();

  ZoneData(Outlook outlook) {
    this.outlook = outlook;
    this.space = outlook.space();
  }

  static Data of(Outlook outlook, Fate fate, List<Mixing> mixing, List<Payments> payments) {
    ZoneData data = new ZoneData(outlook);
    data.zone();
    data.frontier();
    data.fate(fate);
    mixing.forEach(m -> data.fields.put("lotteries", data.lotteries(m)));
    payments.forEach(p -> data.fields.put("payments", data.payments(p)));
    return new Data.Fields(data.fields);
  }

  private void zone() {
    Zone zone = outlook.zone();
    int without = zone.terms().disagreement();
    fields.put("required", ids(zone.required()));
    fields.put(
        "disagreement", without < 0 ? new Data.Nothing() : new Data.Text(space.code(without)));
    fields.put("count", new Data.Whole(zone.settlements().count()));
    fields.put("settlements", Stable.states(space, zone.settlements()));
    fields.put("accepts", byActor(zone.accepting()));
    fields.put("alone", byActor(zone.alone()));
  }

  private Data byActor(List<StateSet> sets) {
    Map<String, Data> byActor = new LinkedHashMap<>();
    List<Actor> required = outlook.zone().required();
    for (int i = 0; i < required.size(); i++)
      byActor.put(required.get(i).id(), counted(sets.get(i)));
    return new Data.Fields(byActor);
  }

  private Data counted(StateSet set) {
    Map<String, Data> counted = new LinkedHashMap<>();
    counted.put("count", new Data.Whole(set.count()));
    counted.put("states", Stable.states(space, set));
    return new Data.Fields(counted);
  }

  private void frontier() {
    fields.put("unit", new Data.Text(outlook.stakes().unit() == Unit.U ? "u" : "raw"));
    fields.put("assumed", ids(outlook.stakes().assumed()));
    Frontier frontier = outlook.frontier();
    fields.put(
        "frontier",
        frontier.notSearched().isEmpty()
            ? counted(frontier.states(space.size()))
            : notSearched(frontier.notSearched()));
    Map<String, Data> points = new LinkedHashMap<>();
    outlook
        .points()
        .bySolution()
        .forEach((rule, point) -> points.put(rule.key(), point(rule, point)));
    fields.put("points", new Data.Fields(points));
  }

  static Data notSearched(String reason) {
    return new Data.Fields(Map.of("notSearched", new Data.Text(reason)));
  }

  private Data point(Solution rule, Points.Point point) {
    StateSet states = new StateSet(space.size());
    point.profiles().forEach(p -> p.states().forEach(states::add));
    Map<String, Data> point_ = new LinkedHashMap<>();
    point_.put(rule == Solution.FALLBACK ? "depth" : "measure", new Data.Exact(point.measure()));
    if (rule == Solution.NASH) point_.put("gaining", new Data.Whole(point.gaining()));
    point_.put("count", new Data.Whole(states.count()));
    point_.put("states", Stable.states(space, states));
    point_.put(
        "profiles",
        new Data.Items(
            point.profiles().stream()
                .limit(MOST_PROFILES)
                .map(p -> {
                  Map<String, Data> profile = new LinkedHashMap<>();
                  profile.put("state", new Data.Text(space.code(p.first())));
                  profile.put("gains", gains(outlook.stakes().gains(p.first())));
                  profile.put("durability", durability(p.first()));
                  return (Data) new Data.Fields(profile);
                })
                .toList()));
    return new Data.Fields(point_);
  }

  private Data gains(List<BigFraction> gains) {
    Map<String, Data> byActor = new LinkedHashMap<>();
    List<Actor> required = outlook.zone().required();
    for (int i = 0; i < gains.size(); i++) {
      byActor.put(required.get(i).id(), new Data.Exact(gains.get(i)));
    }
    return new Data.Fields(byActor);
  }

  /// Under which concepts a state holds, who leaves it, and who is kept from that by whom.
  Data durability(int state) {
    Durability lasts = Durability.of(outlook.stability(), state, outlook.run());
    Map<String, Data> durability = new LinkedHashMap<>();
    durability.put("holds", names(lasts.holding()));
    durability.put(
        "leaving",
        new Data.Items(
            lasts.leaving().stream()
                .flatMap(l -> l.leavers().stream().map(leaver -> leaver(l.concept(), leaver)))
                .toList()));
    durability.put(
        "deterred", new Data.Items(lasts.deterred().stream().map(this::deterred).toList()));
    return new Data.Fields(durability);
  }

  private Data leaver(Concept concept, demarche.lens.stability.Leaving.Leaver leaver) {
    Map<String, Data> fields_ = new LinkedHashMap<>();
    fields_.put("actor", new Data.Text(leaver.party().id()));
    fields_.put("to", new Data.Text(space.code(leaver.to())));
    fields_.put("concept", new Data.Text(concept.name()));
    return new Data.Fields(fields_);
  }

  private Data deterred(Durability.Deterred deterred) {
    Map<String, Data> fields_ = new LinkedHashMap<>();
    fields_.put("actor", new Data.Text(deterred.party().id()));
    fields_.put("to", new Data.Text(space.code(deterred.to())));
    fields_.put("concept", new Data.Text(deterred.under().name()));
    fields_.put("by", ids(deterred.by()));
    return new Data.Fields(fields_);
  }

  static Data names(List<Concept> concepts) {
    return new Data.Items(concepts.stream().map(Concept::name).<Data>map(Data.Text::new).toList());
  }

  static Data ids(List<? extends Party> parties) {
    return new Data.Items(parties.stream().map(Party::id).<Data>map(Data.Text::new).toList());
  }

  private void fate(Fate fate) {
    Map<String, Data> holds = new LinkedHashMap<>();
    for (Concept concept : outlook.stability().strictestFirst()) {
      holds.put(
          concept.name(),
          counted(outlook.stability().equilibria(concept).and(outlook.zone().settlements())));
    }
    fields.put("holds", new Data.Fields(holds));
    Map<String, Data> passes = new LinkedHashMap<>();
    passes.put("bodies", ids(outlook.blessing().bodies()));
    passes.putAll(((Data.Fields) counted(fate.passing())).fields());
    fields.put("passes", new Data.Fields(passes));
    Map<String, Data> both = new LinkedHashMap<>();
    both.put("concept", new Data.Text(outlook.holding().name()));
    both.put("passesAndHolds", new Data.Whole(fate.both().count()));
    both.put("passesOnly", new Data.Whole(fate.onlyPassing().count()));
    both.put("holdsOnly", new Data.Whole(fate.onlyHolding().count()));
    both.put("neither", new Data.Whole(fate.neither(outlook.zone().settlements()).count()));
    fields.put("passAndHold", new Data.Fields(both));
  }

  private Data lotteries(Mixing mixing) {
    if (!mixing.notSearched().isEmpty()) return notSearched(mixing.notSearched());
    Map<String, Data> byRule = new LinkedHashMap<>();
    mixing
        .lotteries()
        .forEach((rule, lottery) -> {
          List<Data> chances = new ArrayList<>();
          lottery
              .chances()
              .forEach((state, chance) -> {
                Map<String, Data> one = new LinkedHashMap<>();
                one.put("state", new Data.Text(space.code(state)));
                one.put("probability", new Data.Exact(chance));
                chances.add(new Data.Fields(one));
              });
          Map<String, Data> told = new LinkedHashMap<>();
          told.put("measure", new Data.Exact(lottery.measure()));
          told.put("chances", new Data.Items(chances));
          told.put("gains", gains(lottery.gains()));
          byRule.put(rule.key(), new Data.Fields(told));
        });
    List<Data> corners = new ArrayList<>();
    mixing.hull().forEach(p -> corners.add(new Data.Text(space.code(p.first()))));
    if (!corners.isEmpty()) byRule.put("hull", new Data.Items(corners));
    return new Data.Fields(byRule);
  }

  private Data payments(Payments payments) {
    StateSet states = new StateSet(space.size());
    payments.states().forEach(states::add);
    Map<String, Data> told = new LinkedHashMap<>();
    told.put("sum", new Data.Exact(payments.sum()));
    told.putAll(((Data.Fields) counted(states)).fields());
    told.put("payments", gains(payments.payments()));
    return new Data.Fields(told);
  }
}
