package demarche.report;

import demarche.finding.Data;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes data as JSON, long lists of states cut short.
final class Json {
  private static final int MOST_DIGITS = 30;

  private final JsonGenerator out;
  private final int most;

  private Json(JsonGenerator out, int most) {
    this.out = out;
    this.most = most;
  }

  /// @param most how many states of a list are written
  static String of(Data data, int most) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(layout(), text)) {
      new Json(out, most).write(data);
    }
    return text + "\n";
  }

  private static ObjectWriteContext layout() {
    return new ObjectWriteContext.Base() {
      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }

      @Override
      public PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
      }
    };
  }

  /// Whether a list was cut short inside and nothing says so yet.
  private boolean write(Data data) {
    switch (data) {
      case Data.Text(String text) -> out.writeString(text);
      case Data.Whole(long number) -> out.writeNumber(number);
      case Data.Real(double number) -> out.writeNumber(number);
      case Data.Exact(BigFraction number) -> write(number);
      case Data.Flag(boolean value) -> out.writeBoolean(value);
      case Data.Nothing() -> out.writeNull();
      case Data.States(var codes) -> {
        return write(codes);
      }
      case Data.Items(var items) -> {
        out.writeStartArray();
        boolean cut = false;
        for (Data item : items) cut |= write(item);
        out.writeEndArray();
        return cut;
      }
      case Data.Fields(var fields) -> {
        return write(fields);
      }
    }
    return false;
  }

  private boolean write(List<String> codes) {
    out.writeStartArray();
    codes.stream().limit(most).forEach(out::writeString);
    out.writeEndArray();
    return codes.size() > most;
  }

  /// `truncated` stands beside a list that was cut; not among lists by party, where it would look
  /// like one more party, but beside them all.
  private boolean write(Map<String, Data> fields) {
    out.writeStartObject();
    boolean cut = false;
    for (Map.Entry<String, Data> field : fields.entrySet()) {
      out.writeName(field.getKey());
      cut |= write(field.getValue());
    }
    boolean onlyLists = fields.values().stream().allMatch(Data.States.class::isInstance);
    if (cut && !onlyLists) out.writeBooleanProperty("truncated", true);
    out.writeEndObject();
    return cut && onlyLists;
  }

  private void write(BigFraction number) {
    if (isDecimal(number.getDenominator())) {
      BigDecimal decimal =
          new BigDecimal(number.getNumerator())
              .divide(new BigDecimal(number.getDenominator()))
              .stripTrailingZeros();
      if (decimal.precision() <= MOST_DIGITS && Math.abs(decimal.scale()) <= MOST_DIGITS) {
        out.writeNumber(decimal.setScale(Math.max(0, decimal.scale())));
        return;
      }
    }
    String sign = number.signum() < 0 ? "-" : "";
    out.writeString(sign + number.getNumerator().abs() + "/" + number.getDenominator().abs());
  }

  /// Whether only 2 and 5 divide it.
  private static boolean isDecimal(BigInteger denominator) {
    BigInteger rest = denominator.abs();
    for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
      while (rest.mod(prime).signum() == 0) rest = rest.divide(prime);
    }
    return rest.equals(BigInteger.ONE);
  }
}
