package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The rehearsal of an outage of Redis, by the command with which operators make it. That of a restore needs a stack of its
 * own: it waits until every order is settled, and gives orders that other stories left waiting ten more minutes.
 */
class DrillTest {
    private static final Path LOG = Path.of("target", "drill.log");
    private static final int MOST_MINUTES = 3;

    /** As long as tills are remembered: {@code siren.presence.remember-for}. */
    @Test
    void all_orders_paid_in_45_seconds_without_redis_reach_the_till_when_another_redis_takes_its_place()
            throws Exception {
        passes("redis", "--seconds", "45");
    }

    private static void passes(String drill, String option, String value) throws IOException, InterruptedException {
        String state = Stack.running().state().toString();
        Process process = new ProcessBuilder(LaunchedStack.siren("drill", drill, option, value, "--state", state))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        try {
            assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                    .as(DrillTest::said)
                    .isTrue();
            assertThat(process.exitValue()).as(DrillTest::said).isZero();
        } finally {
            process.destroyForcibly();
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
