package demarche;

import com.tngtech.archunit.core.domain.JavaClasses;
import demarche.testing.Rooms;
import org.junit.jupiter.api.Test;

/// Holds the table of rooms for the whole program.
final class AppRoomsTest {
  private static final JavaClasses PROGRAM = Rooms.classesUnderRule();

  @Test
  void importsPointUpTheList() {
    Rooms.importsPointUpTheList().check(PROGRAM);
  }

  @Test
  void yamlStaysInScenario() {
    Rooms.yamlStaysInScenario().check(PROGRAM);
  }

  @Test
  void picocliStaysInCli() {
    Rooms.picocliStaysInCli().check(PROGRAM);
  }

  @Test
  void reportSeesNoLens() {
    Rooms.reportSeesNoLens().check(PROGRAM);
  }

  @Test
  void packagesAreNullMarked() {
    Rooms.packagesAreNullMarked().check(PROGRAM);
  }
}
