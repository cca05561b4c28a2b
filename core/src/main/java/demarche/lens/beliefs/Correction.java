package demarche.lens.beliefs;

import demarche.lens.Run;
import demarche.lens.beliefs.Hypergame.Picture;
import demarche.model.Actor;
import demarche.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the play comes to when some misreadings are put right.
///
/// @param corrected those that are, in file order
/// @param led to what; none where the play that is left comes to too many states to be followed
public record Correction(List<Misreading> corrected, List<Led> led) {
  /// Up to how many misreadings all sets of them are tried; beyond, sets of at most three.
  static final int ALL_SETS = 6;

  private static final int LARGEST = 3;

  public Correction {
    corrected = List.copyOf(corrected);
    led = List.copyOf(led);
  }

  /// What acting on the pictures that are left leads to.
  ///
  /// @param play one by one, in the hypergame that is left
  /// @param unwanted the share of ends that nobody wants
  public record Led(Play play, double unwanted) {}

  /// Whether it is known to leave no end that nobody wants.
  boolean isRepair() {
    return led.stream().anyMatch(l -> l.unwanted == 0);
  }

  /// Tries corrections of one hypergame. A picture that two corrections leave alike is made once.
  static final class Trials {
    private final Hypergame game;
    private final List<Misreading> all;
    private final Run run;
    private final Map<List<Misreading>, Picture> pictures = new HashMap<>();

    Trials(Hypergame game, Run run) {
      this.game = game;
      this.all = Misreading.all(game.model());
      this.run = run;
    }

    List<Misreading> all() {
      return all;
    }

    Correction of(Set<Misreading> corrected) {
      Model model = game.model();
      for (Misreading one : corrected) model = one.corrected(model);
      Map<Integer, Picture> left = new HashMap<>();
      for (Actor holder : Hypergame.holders(game.model())) {
        List<Misreading> own =
            all.stream().filter(m -> m.holder().equals(holder) && !corrected.contains(m)).toList();
        if (!own.isEmpty()) left.put(holder.index(), picture(own, model, holder));
      }
      Hypergame other = new Hypergame(game.real(), left, game.concept());
      List<Led> led =
          Play.followed(other, Play.Pace.ONE_BY_ONE, run).stream()
              .map(play -> new Led(play, Unwanted.share(game.real(), play)))
              .toList();
      return new Correction(all.stream().filter(corrected::contains).toList(), led);
    }

    private Picture picture(List<Misreading> left, Model model, Actor holder) {
      Picture known = pictures.get(left);
      if (known != null) return known;
      Picture made = Picture.of(game.real(), model, holder);
      pictures.put(left, made);
      return made;
    }

    /// Each misreading put right alone.
    List<Correction> alone() {
      return all.stream().map(one -> of(Set.of(one))).toList();
    }

    /// Each pair of actors that misread one another, both put right: a channel between them.
    List<Correction> channels() {
      List<Correction> channels = new ArrayList<>();
      for (Misreading one : all) {
        for (Misreading two : all) {
          if (one instanceof Misreading.Of(var a, var b)
              && two instanceof Misreading.Of(var c, var d)
              && a.index() < b.index()
              && a.equals(d)
              && b.equals(c)) channels.add(of(Set.of(one, two)));
        }
      }
      return channels;
    }

    /// The smallest sets of corrections that leave no end that nobody wants: none is within
    /// another. Of all sets where misreadings are few, else of sets of at most three.
    List<Correction> repairs() {
      List<Correction> found = new ArrayList<>();
      int largest = all.size() <= ALL_SETS ? all.size() : LARGEST;
      List<Set<Misreading>> sets = List.of(Set.of());
      for (int size = 1; size <= largest; size++) {
        sets = longer(sets);
        for (Set<Misreading> set : sets) {
          if (found.stream().anyMatch(c -> set.containsAll(c.corrected))) continue;
          Correction tried = of(set);
          if (tried.isRepair()) found.add(tried);
        }
      }
      return found;
    }

    private List<Set<Misreading>> longer(List<Set<Misreading>> sets) {
      Set<Set<Misreading>> longer = new LinkedHashSet<>();
      for (Set<Misreading> set : sets) {
        for (Misreading one : all) {
          Set<Misreading> more = new HashSet<>(set);
          if (more.add(one)) longer.add(more);
        }
      }
      return List.copyOf(longer);
    }
  }
}
