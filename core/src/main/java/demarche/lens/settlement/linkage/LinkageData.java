package demarche.lens.settlement.linkage;

import demarche.finding.Data;
import demarche.lens.settlement.linkage.Linkage.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Linkage for programs.
final class LinkageData {
  private LinkageData() {}

  static Data of(Linkage linkage, Worth worth) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("areas", texts(linkage.areas()));
    List<Data> agendas = new ArrayList<>();
    for (int agenda : linkage.agendas()) {
      Map<String, Data> one = new LinkedHashMap<>();
      one.put("areas", texts(linkage.names(agenda)));
      one.put("settlements", new Data.Whole(linkage.count(agenda)));
      agendas.add(new Data.Fields(one));
    }
    fields.put("agendas", new Data.Items(agendas));
    fields.put("opening", sets(linkage, linkage.opening()));
    fields.put("needingSeveral", new Data.Whole(linkage.needingSeveral()));
    fields.put("needingAll", new Data.Whole(linkage.needingAll()));
    List<Data> levels = new ArrayList<>();
    for (Level level : linkage.levels()) {
      Map<String, Data> one = new LinkedHashMap<>();
      one.put("option", new Data.Text(level.option().id()));
      one.put("level", new Data.Text(level.option().levels().get(level.level())));
      one.put("opening", sets(linkage, linkage.opening(level)));
      levels.add(new Data.Fields(one));
    }
    fields.put("levels", new Data.Items(levels));
    fields.put("worth", worth(linkage, worth));
    return new Data.Fields(fields);
  }

  private static Data worth(Linkage linkage, Worth worth) {
    Map<String, Data> byArea = new LinkedHashMap<>();
    for (int a = 0; a < linkage.areas().size(); a++) {
      Map<String, Data> byActor = new LinkedHashMap<>();
      for (int i = 0; i < linkage.required().size(); i++) {
        byActor.put(linkage.required().get(i).id(), new Data.Exact(worth.of(i, a)));
      }
      byArea.put(linkage.areas().get(a), new Data.Fields(byActor));
    }
    return new Data.Fields(byArea);
  }

  private static Data sets(Linkage linkage, List<Integer> agendas) {
    return new Data.Items(agendas.stream().map(a -> texts(linkage.names(a))).toList());
  }

  private static Data texts(List<String> texts) {
    return new Data.Items(texts.stream().<Data>map(Data.Text::new).toList());
  }
}
