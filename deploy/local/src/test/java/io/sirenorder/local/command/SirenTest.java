package io.sirenorder.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.local.process.JavaChild;
import io.sirenorder.local.process.LockHolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SirenTest {
    @TempDir
    Path state;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int siren(String... words) {
        CommandLine line = Siren.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(complained, true));
        return line.execute(words);
    }

    @Test
    void help_names_every_command_also_those_of_the_script() {
        assertThat(siren("help")).isZero();
        assertThat(said.toString())
                .contains(
                        "up", "demo", "down", "status", "logs", "restart", "prove", "test", "bench", "images", "token",
                        "psql", "env", "dev", "chaos");
    }

    @Test
    void the_version_is_told() {
        assertThat(siren("--version")).isZero();
        assertThat(said.toString()).startsWith("siren ");
    }

    @Test
    void a_slip_of_the_finger_is_answered_with_a_suggestion() {
        assertThat(siren("statu")).isEqualTo(2);
        assertThat(complained.toString()).contains("Did you mean").contains("status");
    }

    @Test
    void an_option_that_is_none_is_refused_before_anything_starts() {
        assertThat(siren("up", "--replicas", "0", "--state", state.toString())).isEqualTo(1);
        assertThat(siren("up", "--portone", "v3", "--state", state.toString())).isEqualTo(1);
        assertThat(siren("up", "--no-such", "--state", state.toString())).isEqualTo(2);
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void a_second_launcher_says_that_the_first_is_there() throws Exception {
        Files.createDirectories(state);
        Process holder = JavaChild.start(LockHolder.class, state.resolve("lock").toString());
        try {
            assertThat((char) holder.getInputStream().read()).isEqualTo('y');
            assertThat(siren("up", "--state", state.toString(), "--port-base", "0"))
                    .isEqualTo(3);
            assertThat(complained.toString()).contains("runs already (pid " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void without_a_stack_there_is_nothing_to_ask() {
        for (String command : new String[] {"status", "prove", "env"}) {
            assertThat(siren(command, "--state", state.toString())).isEqualTo(6);
        }
        assertThat(siren("psql", "store", "--state", state.toString())).isEqualTo(6);
        assertThat(siren("token", "buyer", "--state", state.toString())).isEqualTo(6);
        assertThat(siren("dev", "store", "--state", state.toString())).isEqualTo(6);
        assertThat(siren("restart", "store", "--state", state.toString())).isEqualTo(6);
        assertThat(siren("down", "--state", state.toString())).isZero();
        assertThat(siren("logs", "store", "--state", state.toString())).isEqualTo(1);
    }
}
