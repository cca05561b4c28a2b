package demarche.lens.council;

import demarche.finding.Slot;
import java.util.Locale;

/// Ways of measuring the power that a voting rule gives a member.
public enum PowerIndex {
  /// Shapley & Shubik (1954): the share of the orders of all members in which it turns a losing
  /// coalition into a winning one.
  SHAPLEY_SHUBIK(
      "Shapley-Shubik",
      "S-S",
      "shapleyShubik",
      "in what share of the orders of joining a member is the one with whom the rule is met; adds up to"
          + " 1"),
  /// Banzhaf (1965): its swings as a share of those of all members.
  BANZHAF(
      "Banzhaf, normalised",
      "Bz norm",
      "banzhaf",
      "its swings (coalitions that win with it and lose without) as a share of all members' swings"),
  /// Penrose (1946), Banzhaf (1965): its swings as a share of the coalitions of the others.
  BANZHAF_ABSOLUTE(
      "Banzhaf, absolute",
      "Bz abs",
      "banzhafAbsolute",
      "how likely the others, voting by coin, make it decisive; does not add up to 1"),
  /// Coleman (1971): its swings as a share of the winning coalitions.
  COLEMAN_PREVENT(
      "Coleman, to prevent",
      "prevent",
      "colemanPrevent",
      "in what share of the winning coalitions it could prevent the decision"),
  /// Coleman (1971): its swings as a share of the losing coalitions.
  COLEMAN_INITIATE(
      "Coleman, to initiate",
      "initiate",
      "colemanInitiate",
      "in what share of the losing coalitions it could bring about the decision"),
  /// Casajus & Huettner (2019): over all orders of the members, the share of the coalitions of
  /// those before it that it turns from losing to winning. On the scale of their program,
  /// powerindices.
  COLEMAN_SHAPLEY(
      "Coleman-Shapley",
      "C-S",
      "colemanShapley",
      "how likely it is decisive where members come in an order by lot, those before it vote by coin"
          + " and those after it no; adds up to twice the power to act"),
  /// Johnston (1978): its share of those coalitions that a member can turn, each shared evenly by
  /// all who can.
  JOHNSTON(
      "Johnston",
      "Johnston",
      "johnston",
      "swings, each shared evenly by all who are decisive in the coalition; adds up to 1"),
  /// Deegan & Packel (1978): its share of the minimal winning coalitions, each shared evenly by its
  /// members.
  DEEGAN_PACKEL(
      "Deegan-Packel",
      "D-P",
      "deeganPackel",
      "minimal winning coalitions, each shared evenly by its members; adds up to 1"),
  /// Holler (1982): the minimal winning coalitions that have it as a share of those of all members.
  PUBLIC_GOOD(
      "public good (Holler)",
      "public",
      "publicGood",
      "how many minimal winning coalitions it is in, as a share of that of all members"),
  /// Felsenthal & Machover (1997): the share of the roll-calls with yes, abstention and no in which
  /// its vote decides.
  SHAPLEY_SHUBIK_TERNARY(
      "Shapley-Shubik with abstention",
      "S-S abst",
      "shapleyShubikTernary",
      "in what share of the roll-calls, orders and votes of yes, abstention or no all alike, its vote"
          + " settles the outcome; adds up to 1"),
  /// Felsenthal & Machover (1997): its ternary swings as a share of those of all members.
  BANZHAF_TERNARY(
      "Banzhaf with abstention, normalised",
      "Bz norm abst",
      "banzhafTernary",
      "its ternary swings as a share of all members'"),
  /// Felsenthal & Machover (1997): the share of the others' votes of yes, abstention and no at
  /// which it can turn the outcome.
  BANZHAF_ABSOLUTE_TERNARY(
      "Banzhaf with abstention, absolute",
      "Bz abs abst",
      "banzhafAbsoluteTernary",
      "how likely it can turn the outcome where the others vote yes, abstain or vote no by lot");

  private final String title;
  private final String header;
  private final String key;
  private final String meaning;

  PowerIndex(String title, String header, String key, String meaning) {
    this.title = title;
    this.header = header;
    this.key = key;
    this.meaning = meaning;
  }

  /// The word for it in claims, such as `shapley-shubik`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// For programs.
  String key() {
    return key;
  }

  /// For readers, with its meaning.
  public Slot.OfConcept slot() {
    return new Slot.OfConcept(title, meaning);
  }

  /// For the head of a narrow column.
  Slot.OfConcept narrow() {
    return new Slot.OfConcept(header, title + ": " + meaning);
  }

  boolean isTernary() {
    return this == SHAPLEY_SHUBIK_TERNARY
        || this == BANZHAF_TERNARY
        || this == BANZHAF_ABSOLUTE_TERNARY;
  }
}
