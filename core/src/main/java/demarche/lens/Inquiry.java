package demarche.lens;

/// Something that a lens found and that may be otherwise where inputs are otherwise, as a question
/// in the language of claims.
///
/// @param key stable, unique among all lenses: `settlement/deal/signed`
/// @param words a statement that is true or not, or the name of a number, for people
/// @param check such as `count(blockers(deal)) = 0`
public record Inquiry(String key, String words, String check) {}
