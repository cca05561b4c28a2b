package demarche.model;

import demarche.scenario.Evidence;
import demarche.scenario.Place;

/// A rule about which states there are.
///
/// @param allowed true in the states that it admits
/// @param wording as the file puts it, such as `impossible: award and lockout`
public record Constraint(Proposition allowed, String wording, Place place, Evidence evidence) {}
