package demarche.lens.roles;

import demarche.finding.Data;
import demarche.model.Actor;
import demarche.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer for programs: a list of verdicts. Those of a target as it is carry, once for an
/// actor, what else is known of its part.
record RolesData(Casting casting, Play play) {
  private static final String FIGURE = "figure";

  Data data() {
    List<Data> items = new ArrayList<>();
    int actor = -1;
    int target = -1;
    for (Casting.Cell cell : casting.cells()) {
      Map<String, Data> fields = fields(casting, cell);
      boolean first = cell.actor() != actor || cell.target() != target;
      if (first && isAsIs(cell)) fields.put("part", part(cell.actor(), cell.target()));
      actor = cell.actor();
      target = cell.target();
      items.add(new Data.Fields(fields));
    }
    return new Data.Items(items);
  }

  private boolean isAsIs(Casting.Cell cell) {
    return casting.cast().columns().get(cell.column()).id().isEmpty();
  }

  /// The verdicts alone.
  static Data cells(Casting casting) {
    return new Data.Items(
        casting.cells().stream().<Data>map(c -> new Data.Fields(fields(casting, c))).toList());
  }

  private static Map<String, Data> fields(Casting casting, Casting.Cell cell) {
    Column column = casting.cast().columns().get(cell.column());
    Model model = column.scene().model();
    Judgement judgement = cell.judgement();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("actor", new Data.Text(model.actors().get(cell.actor()).id()));
    fields.put("observer", text(column.id()));
    fields.put("target", new Data.Text(model.targets().get(cell.target()).id()));
    fields.put("role", new Data.Text(judgement.role().id()));
    fields.put("verdict", new Data.Text(judgement.verdict().word()));
    fields.put("counterfactual", text(judgement.counterfactual()));
    fields.put(FIGURE, real(judgement.figure()));
    return fields;
  }

  /// The same with the share of draws in which each role is played, after the figure.
  ///
  /// @param shares by the keys of inquiries
  static Data withShares(Data data, Map<String, Double> shares) {
    if (!(data instanceof Data.Items(var items))) return data;
    return new Data.Items(items.stream().map(item -> withShare(item, shares)).toList());
  }

  private static Data withShare(Data item, Map<String, Double> shares) {
    if (!(item instanceof Data.Fields(var before))) return item;
    Map<String, Data> fields = new LinkedHashMap<>();
    before.forEach((key, value) -> {
      fields.put(key, value);
      if (!key.equals(FIGURE)) return;
      Double share = shares.get(key(before));
      fields.put("share", share == null ? new Data.Nothing() : new Data.Real(share));
    });
    return new Data.Fields(fields);
  }

  /// Of the inquiry whether the role is played, or attempted where it is.
  private static String key(Map<String, Data> fields) {
    boolean attempted = word(fields, "verdict").equals(Verdict.ATTEMPTED.word());
    String role = attempted ? Inquiries.ATTEMPTED : word(fields, "role");
    String key = "roles/%s/%s/%s".formatted(word(fields, "actor"), role, word(fields, "target"));
    String observer = word(fields, "observer");
    return observer.isEmpty() ? key : key + "/" + observer;
  }

  private static String word(Map<String, Data> fields, String key) {
    return fields.get(key) instanceof Data.Text(var text) ? text : "";
  }

  private static Data text(String text) {
    return text.isEmpty() ? new Data.Nothing() : new Data.Text(text);
  }

  private static Data real(List<Double> number) {
    return number.isEmpty() ? new Data.Nothing() : new Data.Real(number.getFirst());
  }

  private Data part(int index, int target) {
    Scene scene = play.scene();
    Actor actor = scene.model().actors().get(index);
    Map<String, Data> fields = new LinkedHashMap<>();
    for (Attribution attribution : play.attribution()) {
      Map<String, Data> moves = new LinkedHashMap<>();
      for (Kind kind : Kind.values()) moves.put(kind.id(), real(scene.move(actor, target, kind)));
      fields.put("moves", new Data.Fields(moves));
      fields.put("shapley", real(shapley(attribution, actor, target)));
    }
    play.blocking().stream()
        .filter(b -> b.target() == target)
        .forEach(b -> {
          fields.put("blockingSets", new Data.Whole(b.sets().size()));
          fields.put("critical", new Data.Whole(b.critical(actor.id())));
        });
    return new Data.Fields(fields);
  }

  /// The share of an actor; 0 where its activity makes no difference.
  static List<Double> shapley(Attribution attribution, Actor actor, int target) {
    Attribution.Shares shares = attribution.shares().get(attribution.targets().indexOf(target));
    boolean none = shares.of().isEmpty() && !attribution.players().isEmpty();
    if (none) return List.of();
    for (int i = 0; i < attribution.players().size(); i++) {
      if (attribution.players().get(i).index() == actor.index()) return List.of(shares.of().get(i));
    }
    return List.of(0.0);
  }
}
