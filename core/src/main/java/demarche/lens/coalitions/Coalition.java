package demarche.lens.coalitions;

import demarche.model.Model;
import demarche.model.Party;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Decision makers who may act together; one alone is a coalition too.
///
/// @param members of one model, in its order, each once
public record Coalition(List<Party> members) {
  /// The most decision makers of which every coalition is looked at.
  public static final int MOST_PARTIES = 12;

  private static final Comparator<Integer> SMALLER_FIRST =
      Comparator.<Integer>comparingInt(Integer::bitCount)
          .thenComparing((a, b) -> Integer.compareUnsigned(Integer.reverse(b), Integer.reverse(a)));

  public Coalition {
    if (members.isEmpty()) throw new IllegalArgumentException("a coalition of nobody");
    SortedSet<Party> inOrder = new TreeSet<>(Comparator.comparingInt(Party::index));
    inOrder.addAll(members);
    members = List.copyOf(inOrder);
  }

  public static Coalition of(Collection<Party> members) {
    return new Coalition(List.copyOf(members));
  }

  /// Every coalition of a model, the smaller first, then in the order of the model.
  ///
  /// @throws demarche.states.TooLarge before memory is taken
  public static List<Coalition> all(Model model) {
    return among(model.parties());
  }

  /// Every coalition of some parties of a model, the smaller first, then in their order.
  ///
  /// @throws demarche.states.TooLarge before memory is taken
  public static List<Coalition> among(List<Party> parties) {
    Limits.everyCoalition(parties.size());
    return IntStream.range(1, 1 << parties.size())
        .boxed()
        .sorted(SMALLER_FIRST)
        .map(bits ->
            new Coalition(
                IntStream.range(0, parties.size())
                    .filter(p -> (bits >>> p & 1) == 1)
                    .mapToObj(parties::get)
                    .toList()))
        .toList();
  }

  /// Those whose bit is set, by party index.
  static List<Party> members(Model model, int bits) {
    return model.parties().stream().filter(p -> (bits >>> p.index() & 1) == 1).toList();
  }

  /// A bit for each member, by party index; of models with few decision makers only.
  int bits() {
    return members.stream().mapToInt(p -> 1 << p.index()).sum();
  }

  /// The decision makers who are not in it.
  List<Party> others(Model model) {
    return model.parties().stream().filter(p -> !members.contains(p)).toList();
  }

  /// Whether all members of the other are members of this one too.
  boolean contains(Coalition other) {
    return members.containsAll(other.members);
  }
}
