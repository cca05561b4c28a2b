package demarche.lens.claims;

import demarche.finding.Data;
import demarche.scenario.Evidence;
import demarche.scenario.Notation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer for programs: a list of claims with their verdicts.
final class ClaimsData {
  private static final String VERDICT = "verdict";

  /// Whether each part of a check is listed too.
  enum Detail {
    VERDICTS,
    PARTS
  }

  private ClaimsData() {}

  static Data of(List<Verdict> verdicts, Detail detail) {
    return new Data.Items(verdicts.stream().map(v -> of(v, detail)).toList());
  }

  private static Data of(Verdict verdict, Detail detail) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("id", new Data.Text(verdict.claim().id().text()));
    fields.put("mark", new Data.Text(verdict.claim().mark().name()));
    fields.put(VERDICT, new Data.Text(verdict.word()));
    switch (verdict) {
      case Verdict.NotCheckable(var _, var reason, var _) -> {
        fields.put("computed", new Data.Nothing());
        fields.put("expected", new Data.Nothing());
        fields.put("reason", new Data.Text(reason));
      }
      case Verdict.Judged(var _, var whole) -> {
        Shown shown = Shown.of(whole);
        fields.put("computed", Shown.data(shown.computed().value()));
        fields.put("expected", new Data.Text(shown.expected()));
        if (!verdict.claim().quotes().isEmpty()) {
          fields.put(
              "quoteDiffers",
              new Data.Flag(Quote.differs(verdict.claim().quotes(), shown.computed().value())));
        }
        if (detail == Detail.PARTS) fields.put("parts", parts(whole));
      }
    }
    fields.put("says", new Data.Text(verdict.claim().says()));
    if (!verdict.claim().quotes().isEmpty()) {
      fields.put("quotes", new Data.Text(verdict.claim().quotes()));
    }
    verdict.claim().check().forEach(c -> fields.put("check", new Data.Text(Notation.of(c))));
    fields.put("sources", sources(List.of(verdict.claim().evidence())));
    return new Data.Fields(fields);
  }

  private static Data parts(Evaluated whole) {
    List<Data> parts = new ArrayList<>();
    whole
        .inOrder()
        .forEach(part -> {
          Map<String, Data> fields = new LinkedHashMap<>();
          fields.put("part", new Data.Text(Notation.of(part.term().written())));
          fields.put("value", Shown.data(part.value()));
          fields.put("sources", sources(part.found().evidence()));
          parts.add(new Data.Fields(fields));
        });
    return new Data.Items(parts);
  }

  private static Data sources(List<Evidence> evidence) {
    return new Data.Items(
        evidence.stream()
            .flatMap(e -> e.citations().stream())
            .map(c -> c.source().text())
            .distinct()
            .<Data>map(Data.Text::new)
            .toList());
  }

  /// The same with the share of draws in which each claim holds, after what was expected.
  static Data withShares(Data data, Map<String, Double> shares) {
    if (!(data instanceof Data.Items(var items))) return data;
    return new Data.Items(items.stream().map(item -> withShare(item, shares)).toList());
  }

  private static Data withShare(Data item, Map<String, Double> shares) {
    if (!(item instanceof Data.Fields(var fields))) return item;
    Map<String, Data> more = new LinkedHashMap<>();
    fields.forEach((key, value) -> {
      more.put(key, value);
      if (!key.equals("expected")) return;
      more.put("share", share(fields, shares));
    });
    return new Data.Fields(more);
  }

  private static Data share(Map<String, Data> fields, Map<String, Double> shares) {
    if (!(fields.get("id") instanceof Data.Text(var id))) return new Data.Nothing();
    Double share = shares.get(id);
    return share == null ? new Data.Nothing() : new Data.Real(share);
  }

  /// Whether a claim of these data fails.
  static boolean anyFails(Data data) {
    return data instanceof Data.Items(var items)
        && items.stream()
            .anyMatch(item ->
                item instanceof Data.Fields(var fields)
                    && new Data.Text("fails").equals(fields.get(VERDICT)));
  }
}
