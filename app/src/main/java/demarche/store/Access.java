package demarche.store;

/// What a store is opened for.
public enum Access {
  /// Several processes at once may.
  READ,
  /// One process alone may, and the store is made where there is none.
  WRITE
}
