package demarche.cli;

import demarche.testing.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Output that somebody read as its reader would, and approved.
final class GoldenOutputTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze ferry.yaml",
        "analyze ferry.yaml --variant no-board",
        "stability ferry.yaml",
        "explain ferry.yaml deal",
        "explain library/elmira9.yaml s5 --concept CSEQ,L3,NM",
        "explain library/chicken.yaml status-quo --concept NM,ST",
        "explain ferry.yaml 0010 --actor owners --concept CSMR,SMR-strong,SEQ-weak",
        "council ferry.yaml --text deal --power",
        "council bank-board.yaml",
        "council senate.yaml --body senate",
        "council security-council.yaml --body substance --power",
        "council eu-2016.yaml --power",
        "council backtest-2397.yaml --text sought --against adopted",
        "council korea-2019.yaml --text sanctions=tighter --variant y2017",
        "settle ferry.yaml --lotteries --payments",
        "settle ferry.yaml --why strike=no,demand=full",
        "settle korea-2019.yaml --why cvid-first",
        "settle deals/japan-trip.yaml --deals --variant least --unit raw",
        "forecast ferry.yaml --compare no-board --compare pledge",
        "forecast ferry.yaml --runs 2000 --seed 7 --compare pledge",
        "forecast ferry.yaml --robust --runs 100 --sampling latin",
        "forecast korea-2019.yaml --compare rivalry",
        "beliefs false-alarm.yaml",
        "beliefs korea-2019.yaml",
        "roles ferry.yaml",
        "roles ferry.yaml --robust --runs 100 --actor owners",
        "roles korea-2019.yaml --explain russia bad-cop --variant y2017",
        "change ferry.yaml --proposal deal --goal stable --concept GMR",
        "change korea-2019.yaml --proposal rail-first",
        "change korea-2019.yaml --proposal cvid-first --goal acceptable --kinds weights,parameters",
        "check ferry.yaml --threads 2",
        "states ferry.yaml",
        "analyze korea-2019.yaml",
        "stability korea-2019.yaml --concept SEQ",
        "explain korea-2019.yaml cvid-first --actor dprk,us --concept SEQ",
        "check korea-2019.yaml --threads 2",
        "states korea-2019.yaml --list 12",
        "analyze library/elmira9.yaml",
        "stability library/garrison.yaml",
        "stability ferry.yaml --robust --runs 200",
        "claims korea-2019.yaml --explain c51 --robust --runs 100 --sampling latin",
        "settle ferry.yaml --flips --indices 64",
      })
  void readsAsReviewed(String command) {
    String[] words = command.split(" ", -1);
    String[] call =
        Stream.concat(Stream.of(words[0], "scenarios/" + words[1]), Stream.of(words).skip(2))
            .toArray(String[]::new);
    String name = command.replaceAll("(library|deals)/|\\.yaml", "").replaceAll("[ -]+", "-");
    Golden.check(name + ".txt", Demarche.run(call).all());
  }
}
