package demarche.lens.knowing;

import demarche.finding.Data;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// The answer for programs: by definition the equilibria and what is stable for each decision
/// maker; how much is in doubt; the settings.
final class KnowingData {
  private KnowingData() {}

  static Data of(Knowing knowing) {
    Map<String, Data> definitions = new LinkedHashMap<>();
    knowing
        .definitions()
        .forEach(d ->
            definitions.put(d.name(), new Data.Fields(knowing.found(d).fields(knowing.space()))));
    Map<String, Data> doubt = new LinkedHashMap<>();
    InDoubt.of(knowing).forEach(d -> doubt.put(d.actor().id(), of(d)));
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("definitions", new Data.Fields(definitions));
    fields.put("doubt", new Data.Fields(doubt));
    fields.put("settings", of(knowing.settings()));
    return new Data.Fields(fields);
  }

  private static Data of(InDoubt doubt) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("by", new Data.Items(doubt.by().stream().<Data>map(Data.Text::new).toList()));
    fields.put("moves", new Data.Whole(doubt.moves()));
    fields.put("gains", new Data.Whole(doubt.gains()));
    fields.put("inDoubt", new Data.Whole(doubt.doubtful()));
    return new Data.Fields(fields);
  }

  private static Data of(Settings settings) {
    Map<String, Data> satisficing = new LinkedHashMap<>();
    settings.satisficingOf().keySet().stream()
        .sorted()
        .forEach(id -> satisficing.put(id, exact(settings.satisficing(id))));
    Map<String, Data> attitudes = new LinkedHashMap<>();
    settings
        .attitudes()
        .given()
        .forEach((who, toWhom) -> {
          Map<String, Data> each = new LinkedHashMap<>();
          toWhom.forEach((j, e) -> each.put(j, new Data.Text(Method.word(e))));
          attitudes.put(who, new Data.Fields(each));
        });
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("steps", new Data.Items(settings.steps().stream().map(KnowingData::exact).toList()));
    fields.put("satisficing", exact(settings.satisficing()));
    fields.put("satisficingOf", new Data.Fields(satisficing));
    fields.put("alpha", exact(settings.alpha()));
    fields.put("beta", exact(settings.beta()));
    fields.put("gamma", exact(settings.gamma()));
    fields.put("attitudes", new Data.Fields(attitudes));
    return new Data.Fields(fields);
  }

  private static Data exact(BigFraction number) {
    return new Data.Exact(number);
  }
}
