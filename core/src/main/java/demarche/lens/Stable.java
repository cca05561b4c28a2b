package demarche.lens;

import static demarche.finding.Sentence.say;

import demarche.finding.Data;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is stable under one definition, whatever the definition is.
///
/// @param name of the definition, for headings
/// @param byParty the states that are stable for each party, by its index
/// @param equilibria those that hold for all
public record Stable(String name, List<StateSet> byParty, StateSet equilibria) {
  public Stable {
    byParty = List.copyOf(byParty);
  }

  /// For programs: how many equilibria, which, and what is stable for each decision maker.
  public Map<String, Data> fields(StateSpace space) {
    Map<String, Data> stable = new LinkedHashMap<>();
    for (Party party : space.model().parties()) {
      stable.put(party.id(), states(space, byParty.get(party.index())));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("count", new Data.Whole(equilibria.count()));
    fields.put("equilibria", states(space, equilibria));
    fields.put("stable", new Data.Fields(stable));
    return fields;
  }

  /// The count of a set, for a table.
  public static Sentence number(StateSet set) {
    return say("{}", new Slot.Count(set.count(), "", ""));
  }

  /// A set of states for programs.
  public static Data states(StateSpace space, StateSet set) {
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
