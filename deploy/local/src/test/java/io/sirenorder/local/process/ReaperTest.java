package io.sirenorder.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaperTest {
    @TempDir
    Path directory;

    @Test
    void nothing_outlives_a_launcher_that_was_killed() throws Exception {
        Process launcher = JavaChild.start(Launcher.class, directory.toString());
        ProcessHandle child = ProcessHandle.of(pidSaidBy(launcher)).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        launcher.destroyForcibly();
        child.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_launcher_that_ends_in_order_leaves_the_reaper_nothing_to_do() throws Exception {
        Process bystander = Sleeper.start(directory);
        Path pids = directory.resolve("pids");
        Records records = Records.in(pids);
        Running running = Running.of("bystander", bystander.toHandle(), Signal.TERM);
        records.add(running);
        Reaper reaper = Reaper.watching(pids);
        records.remove(running);
        reaper.dismiss();
        reaper.process().onExit().get(10, TimeUnit.SECONDS);
        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
    }

    private static long pidSaidBy(Process launcher) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(reader.readLine());
    }

    /** Starts a child under a reaper, tells its pid and waits to be killed. */
    static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) throws IOException {
            Path directory = Path.of(args[0]);
            Records records = Records.in(directory.resolve("pids"));
            Running child = Running.of("child", Sleeper.start(directory).toHandle(), Signal.TERM);
            records.add(child);
            Reaper.watching(directory.resolve("pids"));
            System.out.println(child.pid());
            System.in.read();
        }
    }
}
