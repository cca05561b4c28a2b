package demarche.lens.change;

import demarche.finding.Data;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// The least change for programs: an object for each answer, each turn and each count.
final class ChangeData {
  private ChangeData() {}

  static Data of(List<Result> results, List<Orders> orders) {
    List<Data> items = new ArrayList<>();
    for (Result result : results) {
      answers(result, items);
      for (Turn turn : result.turns()) items.add(turn(result, turn));
    }
    for (Orders count : orders) items.add(orders(count));
    return new Data.Items(items);
  }

  private static Map<String, Data> head(Result result, String verdict) {
    Asked asked = result.posed().asked();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("of", new Data.Text(result.posed().id()));
    fields.put("goal", new Data.Text(asked.aim().name().toLowerCase(Locale.ROOT)));
    boolean stable = asked.aim() != Asked.Aim.ACCEPTABLE;
    fields.put("concept", stable ? new Data.Text(asked.concept().name()) : new Data.Nothing());
    fields.put("verdict", new Data.Text(verdict));
    return fields;
  }

  private static void answers(Result result, List<Data> items) {
    switch (result.outcome()) {
      case Outcome.Least(var cost, var repairs, var whole) -> {
        for (Repair repair : repairs) {
          Map<String, Data> fields = head(result, "least");
          fields.put("cost", number(cost));
          fields.put("changes", changes(result, repair));
          fields.put("verified", new Data.Flag(true));
          fields.put("state", new Data.Text(result.realm().model().code(repair.state())));
          fields.put("whole", new Data.Flag(whole == Outcome.Whole.ALL));
          items.add(new Data.Fields(fields));
        }
      }
      case Outcome.Never(var bars) -> {
        Map<String, Data> fields = head(result, "never");
        fields.put("cost", new Data.Nothing());
        fields.put("changes", new Data.Items(List.of()));
        fields.put("verified", new Data.Flag(false));
        fields.put(
            "reasons", new Data.Items(bars.stream().map(ChangeData::bar).distinct().toList()));
        items.add(new Data.Fields(fields));
      }
      case Outcome.Unfinished(var atLeast, long tried) -> {
        Map<String, Data> fields = head(result, "unfinished");
        fields.put("cost", new Data.Nothing());
        fields.put("changes", new Data.Items(List.of()));
        fields.put("verified", new Data.Flag(false));
        fields.put("atLeast", number(atLeast));
        fields.put("tried", new Data.Whole(tried));
        items.add(new Data.Fields(fields));
      }
    }
  }

  private static Data number(BigFraction number) {
    return new Data.Exact(Exact.quotient(number, BigFraction.ONE));
  }

  private static Data changes(Result result, Repair repair) {
    Told told = new Told(result.realm());
    return new Data.Items(
        repair.changes().stream()
            .<Data>map(a -> new Data.Text(Told.plain(told.of(a, repair))))
            .toList());
  }

  private static Data bar(Bar bar) {
    Map<String, Data> fields = new LinkedHashMap<>();
    switch (bar) {
      case Bar.NoState() -> fields.put("reason", new Data.Text("no-state"));
      case Bar.Line(var actor, var line) -> {
        fields.put("reason", new Data.Text("red-line"));
        fields.put("party", new Data.Text(actor.id()));
        fields.put("detail", new Data.Text(line.name()));
      }
      case Bar.Gap(var actor, var loss, var most) -> {
        fields.put("reason", new Data.Text("value"));
        fields.put("party", new Data.Text(actor.id()));
        fields.put("loss", number(loss));
        fields.put("most", number(most));
      }
      case Bar.Order(var actor) -> {
        fields.put("reason", new Data.Text("order"));
        fields.put("party", new Data.Text(actor.id()));
      }
      case Bar.Vote(var body) -> {
        fields.put("reason", new Data.Text("vote"));
        fields.put("party", new Data.Text(body.id()));
      }
      case Bar.Leaves(var party, var _) -> {
        fields.put("reason", new Data.Text("leaves"));
        fields.put("party", new Data.Text(party.id()));
      }
    }
    return new Data.Fields(fields);
  }

  private static Data turn(Result result, Turn turn) {
    Map<String, Data> fields = head(result, "turn");
    fields.put(
        "number",
        new Data.Text(Told.plain(new Told(result.realm()).name(turn.lever(), Told.Form.SHORT))));
    fields.put("present", number(turn.domain().present()));
    if (turn.domain().ranged()) {
      var range = turn.domain().stretches().getFirst();
      fields.put("range", new Data.Items(List.of(number(range.low()), number(range.high()))));
    }
    fields.put("at", number(turn.flip().at().value()));
    fields.put(
        "turns",
        new Data.Text(turn.flip().inclusive() ? "at" : turn.flip().side() > 0 ? "above" : "below"));
    fields.put("holds", new Data.Flag(turn.holds()));
    return new Data.Fields(fields);
  }

  private static Data orders(Orders orders) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("verdict", new Data.Text("orders"));
    fields.put("actor", new Data.Text(orders.actor().id()));
    fields.put("concept", new Data.Text(orders.concept().name()));
    fields.put("stable", new Data.Text(orders.stable().toString()));
    fields.put("all", new Data.Text(orders.all().toString()));
    return new Data.Fields(fields);
  }
}
