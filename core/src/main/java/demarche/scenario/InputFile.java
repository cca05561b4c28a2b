package demarche.scenario;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file that a scenario was read from, so that a result can say what it rests on.
///
/// @param path relative to the scenario's folder
/// @param sha256 of its bytes, in hexadecimal
public record InputFile(String path, long bytes, String sha256) {
  static InputFile of(String path, byte[] content) {
    return new InputFile(path, content.length, digest(content));
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
