package io.sirenorder.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
    @TempDir
    Path directory;

    @Test
    void a_record_reads_as_it_was_written() {
        Path file = directory.resolve("pids");
        Running store = new Running("store-service-1", 12, Instant.ofEpochMilli(1_000), Signal.TERM);
        Running postgres = new Running("postgres", 13, Instant.ofEpochMilli(2_000), Signal.INT);
        Records records = Records.in(file);
        records.add(store);
        records.add(postgres);
        assertThat(file).hasContent("TERM 12 1000 store-service-1\nINT 13 2000 postgres\n");
        records.remove(store);
        assertThat(file).hasContent("INT 13 2000 postgres\n");
    }

    @Test
    void a_pid_that_went_to_another_process_is_not_ours() {
        Process sleeper = Sleeper.start(directory);
        Running ours = Running.of("sleeper", sleeper.toHandle(), Signal.TERM);
        Running earlier = new Running("earlier", ours.pid(), ours.startedAt().minusSeconds(60), Signal.KILL);
        assertThat(ours.isAlive()).isTrue();
        assertThat(earlier.isAlive()).isFalse();
        earlier.end();
        assertThat(sleeper.isAlive()).isTrue();
        sleeper.destroyForcibly();
    }

    @Test
    void who_does_not_end_in_good_time_is_ended() throws Exception {
        Process deaf = Sleeper.stubborn(directory);
        Patience.until(() -> Files.readString(directory.resolve("log")).contains("deaf"));
        Running running = Running.of("deaf", deaf.toHandle(), Signal.TERM);
        running.end();
        assertThat(running.endsWithin(Duration.ofMillis(300))).isFalse();
        running.awaitEnd(Duration.ofMillis(100));
        assertThat(deaf.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_child_is_deaf_to_ctrl_c_and_to_what_would_steer_it() throws Exception {
        Path log = directory.resolve("log");
        String script = "kill -INT $$; echo still here, ${GREETING}, ${QUARKUS_PROFILE:-no profile}";
        Process child = new Child(List.of("sh", "-c", script), Map.of("GREETING", "hello"), directory, log).start();
        assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(log).hasContent("still here, hello, no profile");
    }

    @Test
    void a_sweep_ends_what_an_earlier_launcher_left() throws Exception {
        Path file = directory.resolve("pids");
        Process left = Sleeper.start(directory);
        Records.in(file).add(Running.of("left", left.toHandle(), Signal.TERM));
        assertThat(Sweep.over(Records.in(file), directory)).isEqualTo(1);
        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Sweep.over(Records.in(file), directory)).isZero();
        assertThat(file).hasContent("");
    }
}
