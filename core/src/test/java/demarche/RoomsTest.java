package demarche;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.GeneralCodingRules;
import demarche.testing.Rooms;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Holds the table of rooms for core, and what core leaves to its caller.
final class RoomsTest {
  private static final JavaClasses CORE = Rooms.classesUnderRule();

  @Test
  void importsPointUpTheList() {
    Rooms.importsPointUpTheList().check(CORE);
  }

  @Test
  void yamlStaysInScenario() {
    Rooms.yamlStaysInScenario().check(CORE);
  }

  @Test
  void fractionsAreComparedByExact() {
    Rooms.fractionsAreComparedByExact().check(CORE);
  }

  @Test
  void packagesAreNullMarked() {
    Rooms.packagesAreNullMarked().check(CORE);
  }

  @Test
  void corePrintsNothing() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .check(CORE);
  }

  @Test
  void staticFieldsAreFinal() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(CORE);
  }

  @Test
  void coreReadsAndWritesNoFiles() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "read or write files",
                type ->
                    type.getName().startsWith("java.io.File")
                        || type.getName().startsWith("java.nio.channels.")
                        || Set.of("java.io.RandomAccessFile", "java.nio.file.Files")
                            .contains(type.getName())))
        .check(CORE);
  }

  @Test
  void chanceComesFromTheRun() {
    noClasses().should().callCodeUnitWhere(target(unseededChance())).check(CORE);
  }

  @Test
  void coreAsksNoClock() {
    noClasses().should().callCodeUnitWhere(target(clock())).check(CORE);
  }

  private static DescribedPredicate<CodeUnitCallTarget> unseededChance() {
    var generators = Set.of("java.util.Random", "java.util.SplittableRandom");
    var unseeded = Set.of("java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom");
    return describe(
        "draw without a seed",
        called ->
            unseeded.contains(called.getOwner().getName())
                || (generators.contains(called.getOwner().getName())
                    && called.getName().equals("<init>")
                    && called.getRawParameterTypes().isEmpty())
                || called.getFullName().equals("java.lang.Math.random()")
                || called.getFullName().equals("java.util.UUID.randomUUID()"));
  }

  private static DescribedPredicate<CodeUnitCallTarget> clock() {
    var system = Set.of("java.lang.System.currentTimeMillis()", "java.lang.System.nanoTime()");
    return describe(
        "read the clock",
        called ->
            system.contains(called.getFullName())
                || (called.getOwner().getPackageName().startsWith("java.time")
                    && (called.getName().equals("now") || called.getName().startsWith("system")))
                || called.getFullName().equals("java.util.Date.<init>()"));
  }
}
