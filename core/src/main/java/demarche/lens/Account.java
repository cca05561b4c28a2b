package demarche.lens;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why a state holds or does not, as one lens explains it.
///
/// @param data the same for programs: one for each party, or coalition, and definition
/// @param method how it was found, and what was not looked for
public record Account(List<Finding> findings, List<Data> data, List<Sentence> method) {
  public Account {
    findings = List.copyOf(findings);
    data = List.copyOf(data);
    method = List.copyOf(method);
  }

  /// The accounts of several lenses as one answer.
  ///
  /// Its key is `explanation` where there is a single one, else `explanations`: its data is then a
  /// list.
  ///
  /// @param code of the state
  public static Answer answer(String code, List<Account> accounts) {
    List<Data> data = accounts.stream().flatMap(a -> a.data.stream()).toList();
    boolean single = data.size() == 1;
    return new Answer(
        single ? "explanation" : "explanations",
        "Why %s holds, and for whom".formatted(code),
        accounts.stream().flatMap(a -> a.findings.stream()).toList(),
        single ? data.getFirst() : new Data.Items(data),
        accounts.stream().flatMap(a -> a.method.stream()).distinct().toList());
  }

  /// What programs are told of a move that nothing deters.
  ///
  /// @param why such as `no-reply`
  public static Map<String, Data> undeterred(String why) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("sanction", new Data.Nothing());
    fields.put("why", new Data.Text(why));
    return fields;
  }
}
