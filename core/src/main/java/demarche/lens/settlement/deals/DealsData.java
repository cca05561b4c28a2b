package demarche.lens.settlement.deals;

import demarche.finding.Data;
import demarche.lens.settlement.deals.Additive.Found;
import demarche.model.Model;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Deals for programs. Numbers of packages are text, for they may be longer than programs count.
record DealsData(Model model, Found found, Deals deals, Scales scales) {
  /// @param rows how many profiles of the frontier are written
  Data data(int rows) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "required",
        new Data.Items(found.actors().stream().<Data>map(a -> new Data.Text(a.id())).toList()));
    fields.put("packages", whole(deals.bargain().packages()));
    fields.put("unit", new Data.Text(scales.isRaw() ? "raw" : "u"));
    Map<String, Data> frontier = new LinkedHashMap<>();
    if (deals.unfinished().isEmpty()) {
      frontier.put("count", new Data.Whole(deals.frontier().size()));
      frontier.put("packages", whole(deals.packages()));
      frontier.put("profiles", profiles(deals.frontier().stream().limit(rows).toList()));
    } else {
      frontier.put("notSearched", new Data.Text(deals.unfinished()));
    }
    fields.put("frontier", new Data.Fields(frontier));
    Map<String, Data> points = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) points.put(rule.key(), point(deals.point(rule)));
    fields.put("points", new Data.Fields(points));
    return new Data.Fields(fields);
  }

  private static Data whole(BigInteger number) {
    return new Data.Text(number.toString());
  }

  private Data point(Answer answer) {
    Map<String, Data> fields = new LinkedHashMap<>();
    switch (answer) {
      case Answer.Exactly(var profiles, BigFraction measure) -> {
        fields.put("proved", new Data.Flag(true));
        fields.put("measure", new Data.Exact(measure));
        fields.put("profiles", profiles(profiles));
      }
      case Answer.Within(Profile profile, BigFraction measure, double atMost) -> {
        fields.put("proved", new Data.Flag(false));
        fields.put("measure", new Data.Exact(measure));
        fields.put("atMost", new Data.Real(atMost));
        fields.put("profiles", profiles(List.of(profile)));
      }
      case Answer.None _ -> {
        return new Data.Nothing();
      }
      case Answer.NotSearched(String reason) -> fields.put("notSearched", new Data.Text(reason));
    }
    return new Data.Fields(fields);
  }

  private Data profiles(List<Profile> profiles) {
    return new Data.Items(profiles.stream().map(this::profile).toList());
  }

  private Data profile(Profile profile) {
    Map<String, Data> gains = new LinkedHashMap<>();
    for (int s = 0; s < profile.gains().size(); s++) {
      gains.put(found.actors().get(s).id(), new Data.Exact(profile.gains().get(s)));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("gains", new Data.Fields(gains));
    fields.put("packages", whole(profile.packages()));
    fields.put(
        "states",
        new Data.Items(
            profile.first().stream()
                .<Data>map(p -> new Data.Text(model.code(found.state(model, p))))
                .toList()));
    return new Data.Fields(fields);
  }
}
