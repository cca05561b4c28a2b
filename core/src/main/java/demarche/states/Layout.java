package demarche.states;

import demarche.model.Model;
import demarche.model.Option;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Where each option's level stands in the code of a state.
///
/// Every option that is not held has its own bits, as many as its highest level needs; the first
/// option has the highest bits, so that codes order states as their state codes do. With levels
/// that fill their bits and no constraint, the codes are the states; else some stand for none.
final class Layout {
  private final Model model;
  private final int[] shift;
  private final int[] width;
  private final int[] fixed;
  private final int bits;
  private final BigInteger combinations;
  private final Events events;

  Layout(Model model, Events events) {
    this.model = model;
    this.events = events;
    int count = model.options().size() + model.events().size();
    shift = new int[count];
    width = new int[count];
    fixed = model.statusQuo();
    int at = 0;
    BigInteger product = BigInteger.ONE;
    for (int o = count - 1; o >= 0; o--) {
      Option option = model.option(o);
      boolean isFree =
          (option.isEvent() && !model.isGraph())
              ? events == Events.FREE
              : model.held(o) == Model.FREE;
      shift[o] = at;
      if (!isFree) {
        if (model.held(o) != Model.FREE) fixed[o] = model.held(o);
        continue;
      }
      width[o] = Integer.SIZE - Integer.numberOfLeadingZeros(option.levels().size() - 1);
      at += width[o];
      product = product.multiply(BigInteger.valueOf(option.levels().size()));
    }
    bits = at;
    combinations = product;
  }

  /// The same with every option held whose bits, all from `least` on, are not among those given.
  private Layout(Layout whole, long bits, int least) {
    model = whole.model;
    events = whole.events;
    fixed = whole.fixed;
    shift = new int[whole.shift.length];
    width = new int[shift.length];
    int at = 0;
    BigInteger product = BigInteger.ONE;
    for (int o = shift.length - 1; o >= 0; o--) {
      shift[o] = at;
      boolean isKept = whole.shift[o] < least || (whole.mask(o) & bits) != 0;
      if (!whole.isFree(o) || !isKept) continue;
      width[o] = whole.width[o];
      at += width[o];
      product = product.multiply(BigInteger.valueOf(model.option(o).levels().size()));
    }
    this.bits = at;
    combinations = product;
  }

  /// A layout of the options alone that have one of these bits or one below `least`.
  Layout narrow(long bits, int least) {
    return new Layout(this, bits, least);
  }

  int options() {
    return shift.length;
  }

  /// How events stand: at the status quo, or anywhere.
  enum Events {
    HELD,
    FREE
  }

  Events events() {
    return events;
  }

  int bits() {
    return bits;
  }

  /// How many assignments there are before constraints.
  BigInteger combinations() {
    return combinations;
  }

  boolean isFree(int option) {
    return width[option] > 0;
  }

  int shift(int option) {
    return shift[option];
  }

  int width(int option) {
    return width[option];
  }

  /// The bits of one option.
  long mask(int option) {
    return ((1L << width[option]) - 1) << shift[option];
  }

  int level(long code, int option) {
    return isFree(option)
        ? (int) (code >>> shift[option]) & ((1 << width[option]) - 1)
        : fixed[option];
  }

  int[] levels(long code) {
    return IntStream.range(0, shift.length).map(o -> level(code, o)).toArray();
  }

  /// The code of an assignment, -1 where a held option stands elsewhere.
  long code(int[] levels) {
    long code = 0;
    for (int o = 0; o < shift.length; o++) {
      if (isFree(o)) code |= (long) levels[o] << shift[o];
      else if (levels[o] != fixed[o]) return -1;
    }
    return code;
  }

  /// The free options among those given.
  List<Option> free(List<Option> options) {
    return options.stream().filter(o -> isFree(o.index())).toList();
  }

  /// The free options whose levels leave some of their codes unused.
  List<Option> ragged() {
    List<Option> ragged = new ArrayList<>();
    for (int o = 0; o < shift.length; o++) {
      Option option = model.option(o);
      if (isFree(o) && option.levels().size() < 1 << width[o]) ragged.add(option);
    }
    return ragged;
  }
}
