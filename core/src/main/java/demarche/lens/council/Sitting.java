package demarche.lens.council;

import demarche.lens.Run;
import demarche.lens.council.Council.Sponsor;
import demarche.model.Body;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is found out about one body.
///
/// @param divisions by the texts that have a name and are feasible
/// @param infeasible texts with a name that lead to no feasible state
/// @param agendas one for each sponsor that is an actor
/// @param vetoes by the measures of the file, what each veto of an actor keeps the body from
///   passing
/// @param rivals sponsors that want some text, by their places among `agendas`
/// @param ends where the orders of tabling of the rivals lead, as places among `rivals`; empty
///   where there are fewer than two rivals, or too many
record Sitting(
    Council council,
    Map<Text, Division> divisions,
    List<Text> infeasible,
    List<Agenda> agendas,
    Map<String, List<BadCop>> vetoes,
    List<Integer> rivals,
    Map<Integer, List<List<Integer>>> ends) {
  Sitting {
    divisions = new LinkedHashMap<>(divisions);
    infeasible = List.copyOf(infeasible);
    agendas = List.copyOf(agendas);
    vetoes = new LinkedHashMap<>(vetoes);
    rivals = List.copyOf(rivals);
    ends = new LinkedHashMap<>(ends);
  }

  /// @param texts asked about; empty for the proposals that ask something of the body, or where
  ///   there are none and few texts, for all of these
  static Sitting of(StateSpace space, Body body, int from, List<Text> texts, Run run) {
    Council council = new Council(space, body, from, run);
    List<Text> named = texts.isEmpty() ? Text.of(council) : texts;
    Map<Text, Division> divisions = new LinkedHashMap<>();
    for (Text text : named) {
      if (text.state() >= 0) divisions.put(text, council.division(text.state()));
    }
    List<Agenda> agendas = council.sponsors().stream().map(council::agenda).toList();
    List<Integer> rivals = new ArrayList<>();
    for (int a = 0; a < agendas.size(); a++) if (agendas.get(a).wantsText()) rivals.add(a);
    return new Sitting(
        council,
        divisions,
        named.stream().filter(text -> text.state() < 0).toList(),
        agendas,
        vetoes(council),
        rivals,
        ends(council, rivals.stream().map(a -> agendas.get(a).sponsor()).toList()));
  }

  /// Only of measures that some text changes.
  private static Map<String, List<BadCop>> vetoes(Council council) {
    Map<String, List<BadCop>> vetoes = new LinkedHashMap<>();
    council
        .space()
        .model()
        .measures()
        .forEach((id, terms) -> {
          int[] now = council.space().levels(council.from());
          boolean changes =
              Arrays.stream(council.texts())
                  .mapToObj(council.space()::levels)
                  .anyMatch(then -> terms.stream().anyMatch(t -> !t.of(now).equals(t.of(then))));
          if (!changes) return;
          List<BadCop> effects =
              council.body().seats().stream()
                  .filter(seat -> seat.voter() instanceof Body.Wishes)
                  .flatMap(seat -> BadCop.of(council, seat.id(), terms).stream())
                  .toList();
          if (!effects.isEmpty()) vetoes.put(id, effects);
        });
    return vetoes;
  }

  private static Map<Integer, List<List<Integer>>> ends(Council council, List<Sponsor> rivals) {
    if (rivals.size() < 2) return Map.of();
    Optional<Tabling> tabling = Tabling.of(council, rivals);
    return tabling.map(Tabling::byEnd).orElse(Map.of());
  }

  Body body() {
    return council.body();
  }

  Agenda rival(int place) {
    return agendas.get(rivals.get(place));
  }

  /// Whether rivals compete and it was too much to try their orders.
  boolean isOrderUnknown() {
    return rivals.size() > 1 && ends.isEmpty();
  }

  /// Whether there is anything to tell.
  boolean isIdle() {
    return council.texts().length == 0 && divisions.isEmpty() && infeasible.isEmpty();
  }
}
