package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.scenario.BodyEntry.Vote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds who is pivotal for a text: whose turning about would turn the outcome.
record Pivots(Body body, List<Scaled> majorities, List<Cast> casts) {
  /// @param approved whether all other bodies that must approve it would
  List<Seat> pivotal(boolean approved) {
    if (!approved) return List.of();
    boolean passes = carries(-1, List.of());
    List<Seat> pivotal = new ArrayList<>();
    for (List<Integer> seats : together().values()) {
      if (carries(seats.getFirst(), seats) == passes) continue;
      seats.forEach(k -> pivotal.add(casts.get(k).seat()));
    }
    return body.seats().stream().filter(pivotal::contains).toList();
  }

  /// Seats by whose wishes, rule or draw they vote; fixed votes are each their own.
  private Map<Object, List<Integer>> together() {
    Map<Object, List<Integer>> together = new LinkedHashMap<>();
    for (int k = 0; k < casts.size(); k++) {
      Cast cast = casts.get(k);
      if (!cast.isPresent()) continue;
      Object key = cast.ground() instanceof Cast.Fixed ? cast.seat() : cast.seat().voter();
      together.computeIfAbsent(key, _ -> new ArrayList<>()).add(k);
    }
    return together;
  }

  /// Whether the text passes where some seats turn about.
  ///
  /// @param lead the first of them, whose vote all turn from
  private boolean carries(int lead, List<Integer> turning) {
    boolean sponsored = false;
    long[] yes = new long[majorities.size()];
    long[] no = new long[majorities.size()];
    for (int k = 0; k < casts.size(); k++) {
      Cast cast = casts.get(k);
      boolean turns = turning.contains(k);
      Vote vote = turns ? turned(casts.get(lead)) : cast.vote();
      boolean holds = cast.seat().veto() == Body.Veto.HELD;
      if (turns ? holds && vote == Vote.NO : cast.isVeto()) return false;
      sponsored |= vote == Vote.YES && Canvassing.maySponsor(cast.seat());
      for (int m = 0; m < yes.length; m++) {
        if (vote == Vote.YES) yes[m] += majorities.get(m).weight(k);
        if (vote == Vote.NO) no[m] += majorities.get(m).weight(k);
      }
    }
    for (int m = 0; m < yes.length; m++) if (!majorities.get(m).isMet(yes[m], no[m])) return false;
    return sponsored;
  }

  private static Vote turned(Cast cast) {
    return cast.isYes() ? Vote.NO : Vote.YES;
  }
}
