package demarche.ensemble;

import demarche.model.Lots;
import java.util.ArrayList;
import java.util.List;

/// One uncertain input that is moved alone, while all others stay as the base analysis has them.
///
/// @param key for which its lot is cast
/// @param slot its place among the inputs of the design
/// @param kind what is moved
record Lever(Uncertain uncertain, String key, int slot, Column.Kind kind) {
  /// The greatest lot there is.
  static final double LAST = Math.nextDown(1.0);

  private static final Lots UNMOVED = _ -> Lots.BASE;
  private static final int HALVINGS = 40;

  /// Those that change anything at all. What stands in an order that the base analysis does not
  /// use, for one, does not.
  static List<Lever> of(Uncertain uncertain) {
    List<Lever> levers = new ArrayList<>();
    for (String key : uncertain.lots()) {
      int slot = slot(uncertain, key);
      if (slot < 0) continue;
      Lever lever = new Lever(uncertain, key, slot, uncertain.slots().get(slot).column().kind());
      if (lever.places().stream().anyMatch(lots -> !uncertain.isAlike(UNMOVED, lots))) {
        levers.add(lever);
      }
    }
    return levers;
  }

  /// The input with that key; where there is none, such as for a member's vote in two bodies, the
  /// first that the lot moves.
  static int slot(Uncertain uncertain, String key) {
    List<Uncertain.Slot> slots = uncertain.slots();
    for (int s = 0; s < slots.size(); s++) {
      if (slots.get(s).input().key().equals(key)) return s;
    }
    List<Cell> low = uncertain.values(at(key, 0));
    List<Cell> high = uncertain.values(at(key, LAST));
    for (int s = 0; s < slots.size(); s++) {
      if (!low.get(s).equals(high.get(s))) return s;
    }
    return -1;
  }

  Lots at(double lot) {
    return at(key, lot);
  }

  private static Lots at(String key, double lot) {
    return input -> input.equals(key) ? lot : Lots.BASE;
  }

  /// What it is with these lots.
  Cell value(Lots lots) {
    return uncertain.value(slot, lots);
  }

  Cell base() {
    return value(UNMOVED);
  }

  /// For a number both ends of its range; else each other thing that it can be, once.
  List<Lots> places() {
    return switch (kind) {
      case NUMBER, YES_NO ->
          List.of(at(0), at(LAST)).stream().filter(lots -> !value(lots).equals(base())).toList();
      case WORD -> uncertain.among(slot).stream().map(this::taking).toList();
    };
  }

  private Lots taking(String name) {
    return new Lots() {
      @Override
      public double of(String input) {
        return BASE;
      }

      @Override
      public String choice(String input) {
        return input.equals(key) ? name : "";
      }
    };
  }

  /// Of a number, the lot at which it has its base value; an end of the range where that lies
  /// beyond it. A range is gone through one way, whatever its distribution.
  double baseLot() {
    double base = number(base());
    double low = number(value(at(0)));
    double high = number(value(at(LAST)));
    double sense = Math.signum(high - low);
    if ((base - low) * sense <= 0) return 0;
    if ((high - base) * sense <= 0) return LAST;
    double from = 0;
    double to = LAST;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (from + to) / 2;
      if ((number(value(at(middle))) - base) * sense < 0) from = middle;
      else to = middle;
    }
    return to;
  }

  /// How far a number is from its base value, as a share of its range; 1 for anything else.
  double size(Cell cell) {
    if (kind != Column.Kind.NUMBER) return 1;
    double range = Math.abs(number(value(at(LAST))) - number(value(at(0))));
    return Math.abs(number(cell) - number(base())) / range;
  }

  static double number(Cell cell) {
    return cell instanceof Cell.Amount(double value) ? value : Double.NaN;
  }
}
