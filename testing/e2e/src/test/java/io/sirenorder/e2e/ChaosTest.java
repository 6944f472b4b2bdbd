package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A minute of faults under load on a stack of its own, by the command that plays longer ones. The faults come in the order
 * of a seed, which {@code -Dsiren.seed=N} sets.
 */
class ChaosTest {
    private static final Path STATE = Path.of("target", "chaos").toAbsolutePath();
    private static final Path LOG = Path.of("target", "chaos-run.log");
    /** Kills Redis, PostgreSQL and payment-service, loses webhooks and freezes payment-service. */
    private static final String SEED = System.getProperty("siren.seed", "5");

    private static final int FAULTS_MINUTES = 1;
    /** The faults, and the time that the stack has to settle. */
    private static final int MOST_MINUTES = FAULTS_MINUTES + 6;

    @Test
    void after_a_minute_of_faults_nothing_is_lost_doubled_or_left_over() throws Exception {
        try (LaunchedStack stack = LaunchedStack.in(STATE)) {
            List<String> command = LaunchedStack.siren("chaos", "--seed", SEED);
            command.addAll(List.of(
                    "--minutes",
                    Integer.toString(FAULTS_MINUTES),
                    "--state",
                    stack.state().toString()));
            Process run = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start();
            try {
                assertThat(run.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                        .as(ChaosTest::said)
                        .isTrue();
                assertThat(run.exitValue()).as(ChaosTest::said).isZero();
            } finally {
                run.destroyForcibly();
            }
        }
    }

    private static String said() {
        try {
            return Files.readString(LOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
