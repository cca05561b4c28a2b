package demarche.cli;

/// How the program ends, as the calling shell sees it.
enum Exit {
  DONE(0),
  /// Done, and the answer is no.
  NO(1),
  /// Wrong usage.
  USAGE(2),
  /// Bad input, all problems listed.
  INPUT(3),
  TOO_LARGE(4),
  /// A file, a folder or the disk failed.
  SURROUNDINGS(5),
  /// A defect of ours.
  DEFECT(70),
  INTERRUPTED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
