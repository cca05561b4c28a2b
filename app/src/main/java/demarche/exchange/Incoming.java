package demarche.exchange;

import demarche.scenario.InvalidScenario;
import demarche.scenario.Place;
import demarche.scenario.Problem;
import demarche.states.TooLarge;
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
  /// @throws TooLarge if it is too long
  /// @throws InvalidScenario if it is no such text
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
    throw tooLarge("more bytes", MOST_BYTES);
  }

  TooLarge tooLarge(String needed, long allowed) {
    return new TooLarge(
        name, needed, "%,d".formatted(allowed), "fewer states, options or actors need less");
  }

  InvalidScenario refused(String message) {
    return refused(new Place(name, 1, 1, 0), message);
  }

  InvalidScenario refused(Place place, String message) {
    return new InvalidScenario(List.of(new Problem(place, Problem.Severity.ERROR, message, "")));
  }
}
