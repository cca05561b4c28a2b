package demarche.lens.knowing;

import demarche.lens.Defining.Asked;
import demarche.lens.Run;
import demarche.lens.knowing.Explanation.Move;
import demarche.lens.knowing.Explanation.NotWanted;
import demarche.lens.knowing.Explanation.Strongly;
import demarche.lens.knowing.Explanation.Wanted;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The explanations of one state that were asked for.
///
/// @param knowing what the definitions are read with
/// @param byDefinition for each definition one for each party
record Explained(Knowing knowing, Asked asked, Map<Definition, List<Explanation>> byDefinition) {
  /// @throws demarche.states.TooLarge before memory is taken
  static Explained of(Knowing knowing, Asked asked, Run run) {
    Map<Definition, List<Explanation>> byDefinition = new LinkedHashMap<>();
    for (Definition definition : knowing.definitions()) {
      List<Explanation> each = new ArrayList<>();
      for (Party party : asked.parties()) {
        each.add(explanation(knowing, definition, party, asked.state(), run));
      }
      byDefinition.put(definition, each);
    }
    return new Explained(knowing, asked, byDefinition);
  }

  static Explanation explanation(
      Knowing knowing, Definition definition, Party party, int state, Run run) {
    boolean weakly = definition.reading() instanceof Reading.Weak;
    Reading general = weakly ? new Reading.Degree(0) : definition.reading();
    List<Stance> stances = knowing.stances(general);
    Deterring deterring = new Deterring(knowing.arcs(), definition.rule(), stances, run);
    Deterring strong =
        new Deterring(
            knowing.arcs(),
            definition.rule(),
            weakly ? knowing.stances(new Reading.Strong()) : stances,
            run);
    Relation leaves = stances.get(party.index()).leaves();
    List<Move> moves = new ArrayList<>();
    for (int q : deterring.moves(party, state)) {
      if (!leaves.holds(state, q)) {
        moves.add(new NotWanted(q));
        continue;
      }
      moves.add(
          new Wanted(
              q,
              deterring.against(party, state, q),
              !weakly
                  ? Strongly.NOT_ASKED
                  : strong.against(party, state, q) instanceof Explanation.Sanctioned
                      ? Strongly.YES
                      : Strongly.NO));
    }
    return new Explanation(party, state, definition, moves);
  }

  StateSpace space() {
    return asked.space();
  }

  int state() {
    return asked.state();
  }

  /// By party, then by definition.
  List<Explanation> all() {
    return asked.parties().stream().flatMap(p -> of(p).stream()).toList();
  }

  /// One for each definition, the same moves in each.
  List<Explanation> of(Party party) {
    int position = asked.parties().indexOf(party);
    return byDefinition.values().stream().map(each -> each.get(position)).toList();
  }

  boolean isStable(Definition definition, Party party) {
    return of(party).stream()
        .filter(e -> e.definition().equals(definition))
        .allMatch(Explanation::isStable);
  }

  /// The definitions under which the state is stable for all of some parties.
  List<Definition> stable(List<Party> whom) {
    return byDefinition.keySet().stream()
        .filter(d -> whom.stream().allMatch(p -> isStable(d, p)))
        .toList();
  }

  /// The definitions under which it is not stable for some of some parties.
  List<Definition> unstable(List<Party> whom) {
    List<Definition> unstable = new ArrayList<>(byDefinition.keySet());
    unstable.removeAll(stable(whom));
    return unstable;
  }

  /// A move under each definition.
  Map<Definition, Move> moves(Party party, int to) {
    Map<Definition, Move> moves = new LinkedHashMap<>();
    for (Explanation explanation : of(party)) {
      explanation.moves().stream()
          .filter(m -> m.to() == to)
          .forEach(m -> moves.put(explanation.definition(), m));
    }
    return moves;
  }

  /// Where a party would go under some definition, or where its orders disagree; ascending.
  List<Integer> telling(Party party) {
    return of(party).getFirst().moves().stream()
        .map(Move::to)
        .filter(q ->
            moves(party, q).entrySet().stream()
                .anyMatch(m ->
                    m.getValue() instanceof Wanted
                        || new Sight(knowing, m.getKey().reading(), party).isInDoubt(state(), q)))
        .toList();
  }

  /// Under how many definitions nothing deters a party from a move that it wants.
  long undeterred(Party party, int to) {
    return moves(party, to).values().stream()
        .filter(m -> m instanceof Wanted wanted && !wanted.isDeterred())
        .count();
  }
}
