package io.sirenorder.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A program to start: deaf to Ctrl-C, which is the launcher's to answer; silent, but for its log.
 *
 * @param environment added to ours, from which what would steer a JVM or Quarkus by accident is taken out
 */
public record Child(List<String> command, Map<String, String> environment, Path directory, Path log) {
    private static final String DEAF_TO_INT = "trap \"\" INT; exec \"$@\"";

    /** The same program with further options of its JVM. */
    public Child withOptions(String... options) {
        List<String> words = new ArrayList<>(command);
        words.addAll(1 + jvm(), List.of(options));
        return new Child(words, environment, directory, log);
    }

    /** The place of the JVM among the words: those before it prepare where it runs. */
    private int jvm() {
        return IntStream.range(0, command.size())
                .filter(word -> command.get(word).endsWith("/bin/java"))
                .findFirst()
                .orElse(0);
    }

    public Process start() {
        List<String> words = new ArrayList<>(List.of("sh", "-c", DEAF_TO_INT, "sh"));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(Child::wouldSteer);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0), e);
        }
    }

    private static boolean wouldSteer(String variable) {
        return variable.startsWith("QUARKUS_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("_JAVA_OPTIONS");
    }
}
