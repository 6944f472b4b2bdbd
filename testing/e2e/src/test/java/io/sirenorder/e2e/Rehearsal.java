package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A rehearsal of operators on the quiet stack, by their own command: {@code ./siren drill} or {@code ./siren chaos}. */
record Rehearsal(String name, int mostMinutes) {

    /** Fails with all that the command said. */
    void passes(String... words) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--state", QuietStack.running().state().toString()));
        Process process = new ProcessBuilder(LaunchedStack.siren(arguments.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try {
            assertThat(process.waitFor(mostMinutes, TimeUnit.MINUTES))
                    .as(this::said)
                    .isTrue();
            assertThat(process.exitValue()).as(this::said).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path log() {
        return Path.of("target", name + ".log");
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
