package demarche.lens.coalitions;

/// How the others answer under CSEQ.
public enum Replies {
  /// By coalition improvements, one after the other; no coalition twice in a row.
  BY_COALITIONS("coalitions"),
  /// By improvements of single parties, one after the other; nobody twice in a row.
  BY_INDIVIDUALS("individuals");

  private final String word;

  Replies(String word) {
    this.word = word;
  }

  /// In JSON.
  public String word() {
    return word;
  }
}
