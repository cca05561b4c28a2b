package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import demarche.model.Clause;
import demarche.model.Model;
import demarche.model.Option;
import demarche.scenario.Expression.Relation;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionParserTest {
  private static final Model MODEL =
      Scenarios.model(
          """
          demarche: 1
          title: Names of all kinds
          actors:
            north: {options: {freeze: {}, price: {levels: [low, mid, high]}, aid: {levels: [-1, 0, 2]}}}
            south: {options: {freeze: {}, freeze-tests: {}}}
          events: {storm: {}}
          conditions: {calm: not storm and north.freeze}
          """);

  private static Expression read(String text) {
    return Notation.read(text, "test");
  }

  /// Every bracket written out: what the parser understood, places aside.
  private static String spelled(Expression expression) {
    return switch (expression) {
      case Expression.Name(var word) -> word.text();
      case Expression.Compare(var option, var relation, var level, var _) ->
          option.text() + relation.sign() + level.text();
      case Expression.Count(var parts, var relation, int number, var _) ->
          "count" + spelled(parts, ",") + relation.sign() + number;
      case Expression.Not(var inner, var _) -> "!" + spelled(inner);
      case Expression.And(var parts, var _) -> spelled(parts, "&");
      case Expression.Or(var parts, var _) -> spelled(parts, "|");
      case Expression.Implies(var premise, var conclusion, var _) ->
          spelled(List.of(premise, conclusion), "->");
      case Expression.Iff(var left, var right, var _) -> spelled(List.of(left, right), "<->");
    };
  }

  private static String spelled(List<Expression> parts, String sign) {
    return parts.stream()
        .map(ExpressionParserTest::spelled)
        .collect(Collectors.joining(sign, "(", ")"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          a,                              a
          north.freeze-tests,             north.freeze-tests
          a = b,                          a=b
          a != b,                         a!=b
          a < b,                          a<b
          a <= b,                         a<=b
          a > b,                          a>b
          a >= b,                         a>=b
          a=-3,                           a=-3
          a = 0,                          a=0
          not a,                          !a
          not not a,                      !!a
          not a = b,                      !a=b
          not a and b,                    (!a&b)
          not (a and b),                  !(a&b)
          a and b and c,                  (a&b&c)
          a and (b and c),                (a&(b&c))
          a or b and c,                   (a|(b&c))
          a and b or c and d,             ((a&b)|(c&d))
          (a or b) and c,                 ((a|b)&c)
          a or b -> c and d,              ((a|b)->(c&d))
          a -> b -> c,                    (a->(b->c))
          (a -> b) -> c,                  ((a->b)->c)
          a <-> b <-> c,                  ((a<->b)<->c)
          a <-> (b <-> c),                (a<->(b<->c))
          a -> b <-> c -> d,              ((a->b)<->(c->d))
          not a -> not b,                 (!a->!b)
          freeze->suspend,                (freeze->suspend)
          freeze-tests->no-tests<->a,     ((freeze-tests->no-tests)<->a)
          ((((a)))),                      a
          "count(a, b or c, not d) >= 2", "count(a,(b|c),!d)>=2"
          "count(a) = 1 and b",           "(count(a)=1&b)"
          "not count(a, b) < 2",          "!count(a,b)<2"
          "count(count(a, b) > 0, c)!=0", "count(count(a,b)>0,c)!=0"
          nothing,                        nothing
          """)
  void comparisonsBindTightestThenNotAndOrImpliesIff(String text, String meant) {
    assertThat(spelled(read(text))).isEqualTo(meant);
  }

  @Test
  void blanksAndLineEndsMakeNoDifference() {
    assertThat(spelled(read(" a\n  and\tnot\r\n b "))).isEqualTo("(a&!b)");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "",                1, 1, "expected an expression, found nothing"
          a and,             6, 1, "expected an option, a condition, 'not' or '(', found the end"
          and a,             1, 3, "expected an option, a condition, 'not' or '(', found 'and'"
          a b,               3, 1, "expected 'and', 'or', '->', '<->' or the end, found 'b'"
          a or or b,         6, 2, "expected an option, a condition, 'not' or '(', found 'or'"
          (a or b,           1, 1, "this bracket is never closed, ')' is missing"
          a or b),           7, 1, "this ')' closes no bracket"
          (),                2, 1, "expected an option, a condition, 'not' or '(', found ')'"
          "(a, b)",          3, 1, "found ',', expected ')'; join with 'and' or 'or'"
          "a, b",            2, 1, "found ',', which stands only inside count(...); join with 'and' or 'or'"
          (a b),             4, 1, "expected 'and', 'or', '->', '<->' or the end, found 'b'"
          true,              1, 4, "'true' is no condition; name an option or a condition"
          2 < a,             1, 1, "the level stands on the right, as in 'demand >= 2'"
          7,                 1, 1, "expected an option, a condition, 'not' or '(', found '7'"
          a = ,              4, 1, "expected a level of the option after the comparison, found the end"
          a = and,           5, 3, "expected a level of the option after the comparison, found 'and'"
          a = 1.5,           5, 3, "expected a level of the option after the comparison, found '1.5'"
          a = b.c,           5, 3, "expected a level of the option after the comparison, found 'b.c'"
          a < b < c,         7, 1, "comparisons cannot be chained; write 'a > x and a < y', the level on the right"
          (a) = b,           5, 1, "only an option or an event can be compared with a level, not a bracket"
          count a,           7, 1, "expected '(' after count: count(a, b, c) >= 2"
          "count(a, b)",     12, 1, "count(...) needs a comparison with a whole number, such as count(...) >= 2"
          "count(a) > b",    12, 1, "count(...) is compared with a whole number, found 'b'"
          "count(a) > 1.5",  12, 3, "count(...) is compared with a whole number, found '1.5'"
          "count(a) > 1 > 0", 14, 1, "comparisons cannot be chained; write 'a > x and a < y', the level on the right"
          "count()",         7, 1, "expected an option, a condition, 'not' or '(', found ')'"
          a == b,            3, 2, "found '=='; write '='"
          a && b,            3, 2, "found '&&'; write 'and'"
          a || b,            3, 2, "found '||'; write 'or'"
          !a,                1, 1, "found '!'; write 'not'"
          a => b,            3, 2, "found '=>'; write '->' for 'if ... then', '>=' for 'at least'"
          a <=> b,           3, 3, "found '<=>'; write '<->'"
          a <> b,            3, 2, "found '<>'; write '!='"
          a ≥ b,             3, 1, "found '≥'; write '>='"
          a: b,              2, 1, "found ':'; compare with '='"
          [a],               1, 1, "found '['; use round brackets"
          A and b,           1, 1, "found 'A'; write 'a', names are lower-case with hyphens"
          a AND b,           3, 3, "found 'AND'; write 'and', names are lower-case with hyphens"
          freeze_tests,      7, 6, "found '_tests'; names have lower-case letters a to z, digits and inner hyphens"
          été,               1, 3, "found 'été'; names have lower-case letters a to z, digits and inner hyphens"
          a ? b,             3, 1, "found '?', which has no meaning here; remove it"
          a + b,             3, 1, "expected 'and', 'or', '->', '<->' or the end, found '+'"
          """)
  void aMistakeIsToldAtItsPlaceWithARemedy(String text, int column, int length, String message) {
    InvalidScenario refused = catchThrowableOfType(InvalidScenario.class, () -> read(text));
    Problem problem = refused.problems().getFirst();
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.place().column()).isEqualTo(column);
    if (!text.isEmpty()) assertThat(problem.place().length()).isEqualTo(length);
    assertThat(refused.problems()).hasSize(1);
  }

  @Test
  void nestingHasALimitAndWidthHasNone() {
    int most = ExpressionParser.DEEPEST;
    assertThat(spelled(read("not ".repeat(most) + "a"))).startsWith("!!").endsWith("!a");
    assertThat(read("(".repeat(most) + "a" + ")".repeat(most))).isInstanceOf(Expression.Name.class);
    for (String deep :
        List.of(
            "not ".repeat(most + 1) + "a",
            "(".repeat(most + 1) + "a" + ")".repeat(most + 1),
            "a -> ".repeat(most + 1) + "a",
            "a <-> ".repeat(most + 1) + "a",
            "count(".repeat(most + 1) + "a" + ") > 0".repeat(most + 1))) {
      assertThat(catchThrowableOfType(InvalidScenario.class, () -> read(deep)))
          .as(deep)
          .hasMessageContaining("nested more than 100 deep; name parts as conditions");
    }
    assertThat(read("a or ".repeat(5_000) + "a")).isInstanceOf(Expression.Or.class);
  }

  @Test
  void everyPartKnowsItsPlace() {
    Expression.Or whole = (Expression.Or) read("a = mid or count(b, not c) >= 2");
    Expression.Compare compare = (Expression.Compare) whole.parts().get(0);
    Expression.Count count = (Expression.Count) whole.parts().get(1);
    assertThat(
            Stream.of(
                whole.place(),
                compare.place(),
                compare.option().place(),
                compare.level().place(),
                count.place(),
                count.parts().get(1).place()))
        .extracting(p -> p.column() + "+" + p.length())
        .containsExactly("1+31", "1+7", "1+1", "5+3", "12+20", "21+5");
  }

  @Test
  void whatIsPrintedIsReadAgain() {
    for (long seed : Seeds.first(5_000)) {
      Expression drawn = new Draw(new Random(seed)).expression(5);
      String text = Notation.of(drawn);
      assertThat(spelled(read(text))).as("seed %d: %s", seed, text).isEqualTo(spelled(drawn));
    }
  }

  @Test
  void whatIsReadHoldsWhereItsDefinitionDoes() {
    for (long seed : Seeds.first(2_000)) {
      Random random = new Random(seed);
      Expression drawn = new Draw(random).expression(4);
      Clause clause = MODEL.clause(read(Notation.of(drawn)), "test");
      for (int[] levels : assignments()) {
        assertThat(clause.holds(levels))
            .as("seed %d: %s in %s", seed, clause, levels)
            .isEqualTo(holds(drawn, levels));
      }
    }
  }

  private static List<Option> options() {
    return Stream.concat(MODEL.options().stream(), MODEL.events().stream()).toList();
  }

  /// All combinations of levels, of options and events.
  private static List<int[]> assignments() {
    List<int[]> all = new ArrayList<>(List.of(new int[options().size()]));
    for (Option option : options()) {
      List<int[]> more = new ArrayList<>();
      for (int[] levels : all) {
        for (int level = 0; level < option.levels().size(); level++) {
          int[] next = levels.clone();
          next[option.index()] = level;
          more.add(next);
        }
      }
      all = more;
    }
    return all;
  }

  /// The definition, over names and levels as they are written.
  private static boolean holds(Expression expression, int[] levels) {
    return switch (expression) {
      case Expression.Name(var word) ->
          word.text().equals("calm")
              ? position("storm", levels) == 0 && position("north.freeze", levels) > 0
              : position(word.text(), levels) > 0;
      case Expression.Compare(var option, var relation, var level, var _) ->
          compares(
              position(option.text(), levels),
              relation,
              option(option.text()).levels().indexOf(level.text()));
      case Expression.Count(var parts, var relation, int number, var _) ->
          compares((int) parts.stream().filter(p -> holds(p, levels)).count(), relation, number);
      case Expression.Not(var inner, var _) -> !holds(inner, levels);
      case Expression.And(var parts, var _) -> parts.stream().allMatch(p -> holds(p, levels));
      case Expression.Or(var parts, var _) -> parts.stream().anyMatch(p -> holds(p, levels));
      case Expression.Implies(var premise, var conclusion, var _) ->
          holds(conclusion, levels) || !holds(premise, levels);
      case Expression.Iff(var left, var right, var _) ->
          holds(left, levels) == holds(right, levels);
    };
  }

  private static boolean compares(int left, Relation relation, int right) {
    return switch (relation) {
      case EQUAL -> left == right;
      case UNEQUAL -> left != right;
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case MORE -> left > right;
      case AT_LEAST -> left >= right;
    };
  }

  private static Option option(String name) {
    return options().stream()
        .filter(o -> o.id().equals(name) || o.shortId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static int position(String name, int[] levels) {
    return levels[option(name).index()];
  }

  /// Draws expressions over the names of the model.
  private record Draw(Random random) {
    private static final Place NOWHERE = new Place("test", 1, 1, 1);
    private static final Map<String, List<String>> LEVELS = new HashMap<>();

    static {
      for (String name : List.of("north.freeze", "price", "aid", "freeze-tests", "storm")) {
        LEVELS.put(name, option(name).levels());
      }
    }

    private <T> T one(List<T> items) {
      return items.get(random.nextInt(items.size()));
    }

    private static Word word(String text) {
      return new Word(text, NOWHERE);
    }

    Expression expression(int depth) {
      if (depth == 0 || random.nextInt(4) == 0) return atom();
      return switch (random.nextInt(6)) {
        case 0 -> new Expression.Not(expression(depth - 1), NOWHERE);
        case 1 -> new Expression.And(several(depth, 2), NOWHERE);
        case 2 -> new Expression.Or(several(depth, 2), NOWHERE);
        case 3 -> new Expression.Implies(expression(depth - 1), expression(depth - 1), NOWHERE);
        case 4 -> new Expression.Iff(expression(depth - 1), expression(depth - 1), NOWHERE);
        default ->
            new Expression.Count(
                several(depth, 1), one(List.of(Relation.values())), random.nextInt(5), NOWHERE);
      };
    }

    private List<Expression> several(int depth, int least) {
      List<Expression> parts = new ArrayList<>();
      for (int i = random.nextInt(3) + least; i > 0; i--) parts.add(expression(depth - 1));
      return parts;
    }

    private Expression atom() {
      if (random.nextInt(8) == 0) return new Expression.Name(word("calm"));
      String name = one(LEVELS.keySet().stream().sorted().toList());
      if (random.nextInt(3) == 0) return new Expression.Name(word(name));
      Relation relation = one(List.of(Relation.values()));
      String level = one(LEVELS.getOrDefault(name, List.of("no")));
      return new Expression.Compare(word(name), relation, word(level), NOWHERE);
    }
  }
}
