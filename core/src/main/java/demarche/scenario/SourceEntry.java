package demarche.scenario;

/// A text, table or person that entries of the file cite. Fields not given are empty.
public record SourceEntry(
    Word id, String title, String author, String date, String url, String note) {}
