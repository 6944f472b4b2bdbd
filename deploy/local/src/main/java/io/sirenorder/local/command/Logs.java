package io.sirenorder.local.command;

import io.sirenorder.local.stack.LogLine;
import io.sirenorder.local.stack.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code siren logs SERVICE}. */
@Command(name = "logs", description = "Shows the end of a part's log.")
final class Logs implements Callable<Integer> {
    @Mixin
    private StateChoice choice;

    @Parameters(paramLabel = "SERVICE", description = "store-service, or just store; postgres, simulator, build, ...")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "go on with what is logged from now on")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "how many lines (default: ${DEFAULT-VALUE})")
    private int lines;

    @Option(names = "--raw", description = "as it was written: services log JSON")
    private boolean raw;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        meant().forEach(file -> command.add(file.toString()));
        Process tail = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = tail.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .map(raw ? UnaryOperator.identity() : LogLine::readable)
                    .forEach(System.out::println);
        }
        return tail.waitFor();
    }

    private List<Path> meant() throws IOException {
        List<Path> all = all();
        List<Path> meant = all.stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw new Refused(
                    Refused.FAILED,
                    "no log of " + part + "; there are "
                            + all.stream().map(Logs::name).toList());
        }
        return meant;
    }

    private List<Path> all() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (Path directory : List.of(choice.state().log(""), choice.state().redis())) {
            if (Files.isDirectory(directory)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.log")) {
                    files.forEach(logs::add);
                }
            }
        }
        return logs.stream().sorted().toList();
    }

    private boolean isMeant(Path file) {
        return ("-" + name(file) + "-").contains("-" + part + "-");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.log$", "");
    }
}
