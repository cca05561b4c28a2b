package demarche.lens.beliefs;

import demarche.finding.Data;
import demarche.lens.Stable;
import demarche.lens.beliefs.Correction.Led;
import demarche.lens.beliefs.Outlook.Eyes;
import demarche.lens.beliefs.Outlook.Played;
import demarche.lens.beliefs.Play.End;
import demarche.lens.stability.Concept;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Beliefs for programs: by concept.
record BeliefsData(StateSpace space) {
  Data of(Map<Concept, Outlook> outlooks) {
    Map<String, Data> concepts = new LinkedHashMap<>();
    outlooks.forEach((concept, outlook) -> concepts.put(concept.name(), of(outlook)));
    return new Data.Fields(concepts);
  }

  private Data of(Outlook outlook) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("real", Stable.states(space, outlook.real()));
    Map<String, Data> eyes = new LinkedHashMap<>();
    outlook.eyes().forEach(e -> eyes.put(e.holder().id(), eyes(e)));
    fields.put("perceived", new Data.Fields(eyes));
    StateSet steady = outlook.hypergame().and(outlook.real());
    StateSet vulnerable = new StateSet(space.size());
    outlook.hypergame().stream().filter(s -> !outlook.isSteady(s)).forEach(vulnerable::add);
    fields.put("steady", Stable.states(space, steady));
    fields.put("vulnerable", Stable.states(space, vulnerable));
    fields.put(
        "play",
        outlook.played().isEmpty() ? new Data.Nothing() : played(outlook.played().getFirst()));
    return new Data.Fields(fields);
  }

  private Data eyes(Eyes eyes) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("equilibria", Stable.states(space, eyes.perceived()));
    fields.put("missing", Stable.states(space, eyes.missing()));
    fields.put("surprises", new Data.Items(eyes.surprises().stream().map(this::surprise).toList()));
    fields.put("exposed", Stable.states(space, eyes.exposed()));
    fields.put("expects", ends(eyes.foreseen()));
    return new Data.Fields(fields);
  }

  private Data surprise(Surprise surprise) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("by", new Data.Text(surprise.by().id()));
    fields.put("from", new Data.Text(space.code(surprise.from())));
    fields.put("to", new Data.Text(space.code(surprise.to())));
    fields.put("kind", new Data.Text(surprise.kind().name().toLowerCase(Locale.ROOT)));
    return new Data.Fields(fields);
  }

  private Data played(Played played) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("ends", ends(List.of(played.oneByOne())));
    fields.put("atOnce", ends(played.atOnce()));
    fields.put("seenAsItIs", ends(played.clear()));
    fields.put(
        "byMisreading",
        new Data.Items(
            Unwanted.byMisreading(space, played).stream()
                .<Data>map(target -> new Data.Text(target.id()))
                .toList()));
    fields.put("corrected", corrections(played.alone()));
    fields.put("channels", corrections(played.channels()));
    fields.put("repairs", corrections(played.repairs()));
    return new Data.Fields(fields);
  }

  /// Null where the play was not followed.
  private Data ends(List<Play> followed) {
    for (Play play : followed) return new Data.Items(play.ends().stream().map(this::end).toList());
    return new Data.Nothing();
  }

  private Data end(End end) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "states",
        new Data.Items(
            end.states().stream().<Data>map(s -> new Data.Text(space.code(s))).toList()));
    fields.put("share", new Data.Real(end.share()));
    fields.put("unwanted", new Data.Flag(Unwanted.is(space, end)));
    return new Data.Fields(fields);
  }

  private Data corrections(List<Correction> corrections) {
    return new Data.Items(corrections.stream().map(this::correction).toList());
  }

  private Data correction(Correction correction) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "corrected",
        new Data.Items(correction.corrected().stream().map(BeliefsData::misreading).toList()));
    List<Led> led = correction.led();
    fields.put(
        "unwanted", led.isEmpty() ? new Data.Nothing() : new Data.Real(led.getFirst().unwanted()));
    fields.put("ends", ends(led.stream().map(Led::play).toList()));
    return new Data.Fields(fields);
  }

  private static Data misreading(Misreading misreading) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("holder", new Data.Text(misreading.holder().id()));
    fields.put(
        "about",
        misreading instanceof Misreading.Of(var _, var other)
            ? new Data.Text(other.id())
            : new Data.Nothing());
    return new Data.Fields(fields);
  }
}
