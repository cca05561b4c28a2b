package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import org.junit.jupiter.api.Test;

/// What `--engine` says where there is no cluster; with one, see the module spark.
final class MachinesTest {
  private static final String FERRY = "scenarios/ferry.yaml";

  @Test
  void withoutSparksJarsItIsToldHowToGetThem() {
    Outcome outcome =
        Demarche.run("claims", FERRY, "--robust", "--runs", "9", "--engine", "spark", "--quiet");
    assertThat(outcome.err())
        .isEqualTo(
            "demarche: --engine spark needs Spark's jars, some 160 MB; in the folder of the clone"
                + " './mvnw -q -Dquick -Pspark -pl spark -am package' gets them\n");
    assertThat(outcome.exit()).isEqualTo(Exit.SURROUNDINGS.code());
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void optionsThatNeedOthersSaySo() {
    Outcome noDraws = Demarche.run("stability", FERRY, "--engine", "spark");
    assertThat(noDraws.err()).contains("--engine says who makes the draws of --robust; add it");
    assertThat(noDraws.exit()).isEqualTo(Exit.USAGE.code());

    Outcome noEngine = Demarche.run("stability", FERRY, "--robust", "--master", "local[2]");
    assertThat(noEngine.err()).contains("--master and --parts are about --engine spark; add it");
    assertThat(noEngine.exit()).isEqualTo(Exit.USAGE.code());

    Outcome other = Demarche.run("stability", FERRY, "--robust", "--engine", "sparc");
    assertThat(other.err()).contains("expected one of local, spark, found 'sparc'");
    assertThat(other.exit()).isEqualTo(Exit.USAGE.code());
  }
}
