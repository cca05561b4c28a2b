package demarche.model;

import demarche.scenario.Evidence;

/// What a lot is cast about.
///
/// @param key of the input
/// @param words for people
record Subject(String key, String words, Evidence evidence) {}
