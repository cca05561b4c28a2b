package demarche.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many states of a list are shown.
record Cap(int most) {
  static final Cap NONE = new Cap(Integer.MAX_VALUE);

  /// Reads a number, or `all`.
  static final class Reader implements ITypeConverter<Cap> {
    @Override
    public Cap convert(String text) {
      if (text.equals("all")) return NONE;
      try {
        int most = Integer.parseInt(text);
        if (most >= 0) return new Cap(most);
      } catch (NumberFormatException _) {
        // told below
      }
      throw new TypeConversionException("expected a number or 'all', found '" + text + "'");
    }
  }
}
