package demarche.exchange;

import demarche.scenario.InvalidScenario;
import demarche.scenario.Place;
import demarche.scenario.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A file of another program, as bytes.
///
/// @param name for messages
public record Incoming(String name, byte[] bytes) {
  public static final int MOST_BYTES = 10_000_000;

  /// The text in UTF-8, without a byte order mark.
  ///
  /// @throws InvalidScenario if it is too long, or no such text
  public String text() {
    refuseTooLong();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw refused("the file is no text in UTF-8; save it as UTF-8");
    }
  }

  void refuseTooLong() {
    if (bytes.length <= MOST_BYTES) return;
    throw refused("the file has more than %,d bytes, the most that is read".formatted(MOST_BYTES));
  }

  InvalidScenario refused(String message) {
    return new InvalidScenario(
        List.of(new Problem(new Place(name, 1, 1, 0), Problem.Severity.ERROR, message, "")));
  }
}
