package demarche.lens.stability;

import demarche.finding.Data;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The answer for programs: by concept the equilibria, and what is stable for each decision maker.
final class StabilityData {
  private StabilityData() {}

  static Data of(Picture picture) {
    Map<String, Data> concepts = new LinkedHashMap<>();
    for (Concept concept : Concept.values()) {
      String reason = picture.stability().notSearched().getOrDefault(concept, "");
      if (!reason.isEmpty()) {
        concepts.put(concept.name(), new Data.Fields(Map.of("notSearched", new Data.Text(reason))));
      } else if (picture.concepts().contains(concept)) {
        concepts.put(concept.name(), of(picture, concept));
      }
    }
    return new Data.Fields(concepts);
  }

  private static Data of(Picture picture, Concept concept) {
    StateSpace space = picture.space();
    StateSet equilibria = picture.equilibria(concept);
    Map<String, Data> stable = new LinkedHashMap<>();
    for (Party party : picture.parties()) {
      stable.put(party.id(), states(space, picture.stability().stable(concept, party)));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("count", new Data.Whole(equilibria.count()));
    fields.put("equilibria", states(space, equilibria));
    fields.put("stable", new Data.Fields(stable));
    return new Data.Fields(fields);
  }

  private static Data states(StateSpace space, StateSet set) {
    return new Data.States(new Codes(space, set));
  }

  /// The codes of a set of states, made as they are read: a list of them all would not fit where
  /// there are millions.
  private static final class Codes extends AbstractList<String> {
    private final StateSpace space;
    private final StateSet set;

    Codes(StateSpace space, StateSet set) {
      this.space = space;
      this.set = set;
    }

    @Override
    public Stream<String> stream() {
      return set.stream().mapToObj(space::code);
    }

    @Override
    public Iterator<String> iterator() {
      return stream().iterator();
    }

    @Override
    public String get(int index) {
      return stream().skip(index).findFirst().orElseThrow(IndexOutOfBoundsException::new);
    }

    @Override
    public int size() {
      return set.count();
    }
  }
}
