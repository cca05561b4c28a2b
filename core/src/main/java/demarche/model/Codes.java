package demarche.model;

/// The characters of a state code: 0 to 9, then a to z.
public final class Codes {
  /// How many levels an option of a state code may have.
  public static final int MOST_LEVELS = 36;

  private Codes() {}

  public static char digit(int level) {
    return (char) (level < 10 ? '0' + level : 'a' + level - 10);
  }

  /// The level that a character stands for, -1 if none.
  public static int level(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'z') return digit - 'a' + 10;
    return -1;
  }
}
