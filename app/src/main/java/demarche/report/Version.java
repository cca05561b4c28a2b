package demarche.report;

/// The program's version, as outputs name it.
public final class Version {
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
