package demarche.spark;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import demarche.testing.Rooms;
import org.junit.jupiter.api.Test;

/// Holds the table of rooms for this module.
final class SparkRoomsTest {
  private static final JavaClasses PROGRAM = Rooms.classesUnderRule();

  @Test
  void importsPointUpTheList() {
    Rooms.importsPointUpTheList().check(PROGRAM);
  }

  @Test
  void packagesAreNullMarked() {
    Rooms.packagesAreNullMarked().check(PROGRAM);
  }

  @Test
  void sparkStaysHere() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("demarche.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.parquet..", "scala..")
        .check(PROGRAM);
  }
}
