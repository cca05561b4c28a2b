package demarche.testing;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.NullMarked;

/// The table of rooms, and the rules that every module keeps.
///
/// Values flow down the list, imports point up it: a room imports only itself and rooms listed
/// before it. A package that is no room of the list, nor inside one, breaks the rule too.
public final class Rooms {
  /// All rooms, also those that nobody has built yet, in the order of the table.
  public static final List<String> IN_ORDER =
      List.of(
          "demarche.scenario",
          "demarche.tables",
          "demarche.model",
          "demarche.states",
          "demarche.finding",
          "demarche.lens",
          "demarche.lens.stability",
          "demarche.lens.paths",
          "demarche.lens.coalitions",
          "demarche.lens.foresight",
          "demarche.lens.firmness",
          "demarche.lens.knowing",
          "demarche.lens.council",
          "demarche.lens.settlement",
          "demarche.lens.locks",
          "demarche.lens.beliefs",
          "demarche.lens.forecast",
          "demarche.lens.leverage",
          "demarche.lens.trace",
          "demarche.lens.preferences",
          "demarche.lens.roles",
          "demarche.lens.change",
          "demarche.lens.claims",
          "demarche.analysis",
          "demarche.ensemble",
          "demarche.report",
          "demarche.exchange",
          "demarche.store",
          "demarche.web",
          "demarche.cli",
          "demarche.spark");

  private Rooms() {}

  /// The classes of this build, without those of the tests.
  public static JavaClasses classesUnderRule() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(place -> !place.contains("-tests.jar"))
        .importPackages("demarche");
  }

  public static ArchRule importsPointUpTheList() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("import only rooms listed before their own") {
              @Override
              public void check(JavaClass origin, ConditionEvents events) {
                if (position(origin).isEmpty()) {
                  events.add(
                      violated(origin, origin.getName() + " is in no room of Rooms.IN_ORDER"));
                }
                origin.getDirectDependenciesFromSelf().stream()
                    .filter(Rooms::pointsDown)
                    .map(Rooms::named)
                    .distinct()
                    .map(message -> violated(origin, message))
                    .forEach(events::add);
              }
            });
  }

  public static ArchRule yamlStaysInScenario() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("demarche.scenario..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "org.yaml..", "tools.jackson.dataformat.yaml..");
  }

  /// See `Exact`: the library's own comparison is wrong for negative fractions.
  public static ArchRule fractionsAreComparedByExact() {
    return noClasses()
        .should()
        .callMethod(BigFraction.class, "compareTo", BigFraction.class)
        .allowEmptyShould(true);
  }

  public static ArchRule picocliStaysInCli() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("demarche.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .allowEmptyShould(true);
  }

  /// A renderer knows every kind of figure and no lens.
  public static ArchRule reportSeesNoLens() {
    return noClasses()
        .that()
        .resideInAPackage("demarche.report..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to a lens", type -> type.getPackageName().startsWith("demarche.lens.")))
        .allowEmptyShould(true);
  }

  public static ArchRule packagesAreNullMarked() {
    return all(packagesWithTypes())
        .should(
            new ArchCondition<JavaPackage>("be @NullMarked in their package-info.java") {
              @Override
              public void check(JavaPackage room, ConditionEvents events) {
                if (!room.isAnnotatedWith(NullMarked.class)) {
                  events.add(violated(room, room.getName() + " is not @NullMarked"));
                }
              }
            });
  }

  private static ClassesTransformer<JavaPackage> packagesWithTypes() {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackage).distinct().toList();
      }
    };
  }

  private static boolean pointsDown(Dependency use) {
    var from = position(use.getOriginClass());
    var to = position(use.getTargetClass());
    return from.isPresent() && to.isPresent() && to.get() > from.get();
  }

  private static String named(Dependency use) {
    return "%s imports %s of a later room %s"
        .formatted(
            use.getOriginClass().getName(),
            use.getTargetClass().getBaseComponentType().getName(),
            use.getSourceCodeLocation());
  }

  /// Where the room of `type` stands in the list; the innermost room counts.
  private static Optional<Integer> position(JavaClass type) {
    String home = type.getBaseComponentType().getPackageName() + ".";
    return IN_ORDER.stream()
        .filter(room -> home.startsWith(room + "."))
        .max(Comparator.comparingInt(String::length))
        .map(IN_ORDER::indexOf);
  }
}
