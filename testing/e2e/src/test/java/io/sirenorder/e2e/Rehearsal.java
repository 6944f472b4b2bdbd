package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A rehearsal of operators by the command with which they make it, {@code ./siren drill}. */
record Rehearsal(Path state, int mostMinutes) {
    private static final Path LOG =
            Path.of("target", "drill-" + System.getProperty("siren.test.stack", "stack") + ".log");

    /** Fails with all that the command said. */
    void passes(String... words) throws IOException, InterruptedException {
        List<String> command = LaunchedStack.siren("drill");
        command.addAll(List.of(words));
        command.addAll(List.of("--state", state.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        try {
            assertThat(process.waitFor(mostMinutes, TimeUnit.MINUTES))
                    .as(Rehearsal::said)
                    .isTrue();
            assertThat(process.exitValue()).as(Rehearsal::said).isZero();
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
