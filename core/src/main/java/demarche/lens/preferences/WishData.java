package demarche.lens.preferences;

import demarche.finding.Data;
import demarche.model.Actor;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Preferences for programs.
final class WishData {
  private static final int DECIMALS = 6;

  private WishData() {}

  static Data of(StateSpace space, Wishes wishes) {
    Map<String, Data> fields = new LinkedHashMap<>();
    Map<String, Data> gaps = new LinkedHashMap<>();
    wishes.gaps().forEach(g -> gaps.put(g.actor().id(), gap(g)));
    fields.put("gaps", new Data.Fields(gaps));
    Map<String, Data> similarity = new LinkedHashMap<>();
    wishes.similarity().forEach(s -> s.actors().forEach(a -> similarity.put(a.id(), row(s, a))));
    fields.put("similarity", new Data.Fields(similarity));
    Map<String, Data> values = new LinkedHashMap<>();
    wishes.values().forEach(v -> values.put(v.actor().id(), value(space, v)));
    fields.put("values", new Data.Fields(values));
    fields.put(
        "thresholds",
        new Data.Items(wishes.thresholds().found().stream().map(WishData::threshold).toList()));
    fields.put(
        "thresholdsNotSought",
        new Data.Items(wishes.thresholds().steep().stream().<Data>map(Data.Text::new).toList()));
    return new Data.Fields(fields);
  }

  private static Data gap(Gap gap) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("tauB", tau(gap.tau()));
    fields.put("concordant", new Data.Whole(gap.tau().concordant()));
    fields.put("discordant", new Data.Whole(gap.tau().discordant()));
    List<Data> differently = new ArrayList<>();
    for (Gap.Difference d : gap.differences()) {
      Map<String, Data> one = new LinkedHashMap<>();
      one.put("proposal", new Data.Text(d.proposal().id()));
      one.put("effective", judged(d.effective()));
      one.put("stated", judged(d.stated()));
      differently.add(new Data.Fields(one));
    }
    fields.put("judgedDifferently", new Data.Items(differently));
    return new Data.Fields(fields);
  }

  private static Data judged(Gap.Judged judged) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "side",
        new Data.Text(judged.side() > 0 ? "better" : judged.side() < 0 ? "worse" : "alike"));
    fields.put("acceptable", new Data.Flag(judged.acceptable()));
    return new Data.Fields(fields);
  }

  private static Data tau(TauB tau) {
    if (!tau.isDefined()) return new Data.Nothing();
    BigDecimal rounded = tau.rounded(DECIMALS);
    return new Data.Exact(
        BigFraction.of(rounded.unscaledValue(), BigInteger.TEN.pow(rounded.scale())));
  }

  private static Data row(Similarity similarity, Actor actor) {
    Map<String, Data> row = new LinkedHashMap<>();
    for (Actor other : similarity.actors()) {
      if (other.index() != actor.index()) row.put(other.id(), tau(similarity.of(actor, other)));
    }
    return new Data.Fields(row);
  }

  /// The status quo, and what each proposal adds to every term.
  private static Data value(StateSpace space, Decomposition value) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("statusQuo", parts(value));
    Map<String, Data> proposals = new LinkedHashMap<>();
    for (Proposal proposal : space.model().proposals()) {
      proposals.put(proposal.id(), parts(Decomposition.of(value.actor(), proposal.end())));
    }
    fields.put("proposals", new Data.Fields(proposals));
    return new Data.Fields(fields);
  }

  private static Data parts(Decomposition value) {
    Map<String, Data> terms = new LinkedHashMap<>();
    for (Decomposition.Part part : value.parts()) {
      String label = part.term().label();
      String key = label;
      for (int n = 2; terms.containsKey(key); n++) key = label + " (" + n + ")";
      terms.put(key, new Data.Exact(part.amount()));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("total", new Data.Exact(value.total()));
    fields.put("terms", new Data.Fields(terms));
    return new Data.Fields(fields);
  }

  private static Data threshold(Threshold t) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("parameter", new Data.Text(t.domain().parameter()));
    fields.put("present", new Data.Exact(t.domain().present()));
    fields.put("at", new Data.Exact(t.flip().at().value()));
    fields.put("exact", new Data.Flag(t.flip().at().isExact()));
    fields.put("side", new Data.Text(t.flip().side() > 0 ? "above" : "below"));
    fields.put("inclusive", new Data.Flag(t.flip().inclusive()));
    fields.put("inRange", new Data.Flag(t.flip().inRange()));
    fields.put("proposal", new Data.Text(t.proposal().id()));
    fields.put(
        "actors",
        new Data.Items(t.actors().stream().<Data>map(a -> new Data.Text(a.id())).toList()));
    fields.put("acceptsNow", new Data.Flag(t.accepts()));
    return new Data.Fields(fields);
  }
}
