package demarche.lens.forecast;

/// A variant of the file in which a forecast goes on from some time.
public record Branch(String variant, Ahead at) {}
