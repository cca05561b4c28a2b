package demarche.states;

/// A model that would not fit, found out before memory is taken.
///
/// Says what was asked for, how much it needs, how much is allowed, and what would help.
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TooLarge(String asked, String needed, String allowed, String remedy) {
    super("%s: %s, the limit is %s; %s".formatted(asked, needed, allowed, remedy));
  }
}
