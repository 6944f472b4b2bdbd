package io.sirenorder.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code siren} in a directory of its own, with another program in Maven's place. */
class ScriptTest {
    private static final Path SCRIPT = Path.of("../../siren").toAbsolutePath().normalize();

    @TempDir
    Path home;

    /** Runs {@code siren up} where Maven does this and fails, expects this exit code, and returns what the script said. */
    private String buildFails(String lines, int code) throws IOException, InterruptedException {
        Path script = Files.copy(SCRIPT, home.resolve("siren"));
        Path programs = Files.createDirectory(home.resolve("bin"));
        Path maven = Files.writeString(programs.resolve("mvn"), "#!/bin/sh\n" + lines + "\nexit 1\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), "up").redirectErrorStream(true);
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        return said;
    }

    @Test
    void a_build_that_fails_without_a_word_is_told_as_failed() throws Exception {
        assertThat(buildFails("echo Killed", 2)).contains("the build failed").contains(".siren/log/build.log");
    }

    @Test
    void a_build_that_fails_shows_its_first_errors() throws Exception {
        assertThat(buildFails("seq -f '[ERROR] number %g' 100000", 2))
                .contains("[ERROR] number 1\n", "[ERROR] number 8\n", "the build failed")
                .doesNotContain("[ERROR] number 9\n");
    }

    @Test
    void a_full_disk_is_told_as_such() throws Exception {
        assertThat(buildFails("echo No space left on device", 5)).contains("the disk is full");
    }
}
