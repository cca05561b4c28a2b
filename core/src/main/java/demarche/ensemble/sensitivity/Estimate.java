package demarche.ensemble.sensitivity;

/// A number worked out from draws, with the interval in which it lies with 95 % confidence.
public record Estimate(double value, double low, double high) {}
