package demarche.spark;

import demarche.ensemble.Cell;
import demarche.ensemble.Column;
import demarche.ensemble.Design;
import demarche.ensemble.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// Rows of one design as Parquet: `draw`, then a column for each input and each finding by its key.
/// What has no answer is null.
///
/// @param id of the design, kept in each file
record Table(Design design, String id) {
  private static final String ID = "demarche.design";

  static String kind(Column.Kind kind) {
    return switch (kind) {
      case NUMBER -> "number";
      case YES_NO -> "yes-no";
      case WORD -> "word";
    };
  }

  /// The columns of a file.
  MessageType schema() {
    Set<String> taken = new HashSet<>(Set.of("draw"));
    List<Type> columns = new ArrayList<>();
    columns.add(Types.required(PrimitiveTypeName.INT64).named("draw"));
    Stream.concat(design.inputs().stream(), design.findings().stream())
        .forEach(column -> columns.add(type(column, free(column.key(), taken))));
    return new MessageType("draws", columns);
  }

  private static String free(String key, Set<String> taken) {
    String name = key;
    for (int k = 2; !taken.add(name); k++) name = key + "_" + k;
    return name;
  }

  private static Type type(Column column, String name) {
    return switch (column.kind()) {
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case YES_NO -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
      case WORD ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
    };
  }

  /// Where rows are put, one after the other.
  interface Writing {
    void put(Row row) throws IOException;
  }

  /// What puts them.
  interface Rows {
    void into(Writing file) throws IOException;
  }

  /// Writes a file from its beginning; what was there is lost.
  void write(Path file, Rows rows) throws IOException {
    MessageType schema = schema();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withExtraMetaData(Map.of(ID, id))
            .withConf(new PlainParquetConfiguration())
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build()) {
      rows.into(row -> writer.write(group(row, schema)));
    }
  }

  private static Group group(Row row, MessageType schema) {
    Group group = new SimpleGroup(schema);
    group.add(0, row.draw());
    int place = 1;
    for (Cell cell : row.inputs()) put(group, place++, cell);
    for (Cell cell : row.findings()) put(group, place++, cell);
    return group;
  }

  private static void put(Group group, int place, Cell cell) {
    switch (cell) {
      case Cell.Amount(double value) -> group.add(place, value);
      case Cell.YesNo(boolean yes) -> group.add(place, yes);
      case Cell.Word(var text) -> group.add(place, text);
      case Cell.None() -> {}
    }
  }

  /// Whether a file has that many rows of this design.
  boolean isWhole(Path file, long rows) {
    if (!Files.exists(file)) return false;
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options())) {
      FileMetaData about = reader.getFooter().getFileMetaData();
      return id.equals(about.getKeyValueMetaData().get(ID)) && reader.getRecordCount() == rows;
    } catch (IOException | RuntimeException _) {
      return false; // cut short or damaged: it is made again
    }
  }

  private static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
  }

  /// Gives each row of a file.
  void read(Path file, Consumer<Row> sink) throws IOException {
    try (ParquetReader<Group> reader = new Reader(new LocalInputFile(file)).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        sink.accept(row(group));
      }
    }
  }

  private Row row(Group group) {
    List<Cell> cells = new ArrayList<>();
    int place = 1;
    for (Column column : design.inputs()) cells.add(cell(group, place++, column.kind()));
    for (Column column : design.findings()) cells.add(cell(group, place++, column.kind()));
    int inputs = design.inputs().size();
    return new Row(
        group.getLong(0, 0), cells.subList(0, inputs), cells.subList(inputs, cells.size()));
  }

  private static Cell cell(Group group, int place, Column.Kind kind) {
    if (group.getFieldRepetitionCount(place) == 0) return new Cell.None();
    return switch (kind) {
      case NUMBER -> new Cell.Amount(group.getDouble(place, 0));
      case YES_NO -> new Cell.YesNo(group.getBoolean(place, 0));
      case WORD -> new Cell.Word(group.getString(place, 0));
    };
  }

  private static final class Reader extends ParquetReader.Builder<Group> {
    Reader(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
