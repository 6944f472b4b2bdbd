package io.sirenorder.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls of kubectl to one API server. */
record Kubectl(String program, Path kubeconfig) {
    /** What it wrote to both of its outputs, and whether it was content. */
    record Said(boolean succeeded, String text) {}

    Said run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        Process kubectl = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var toIt = kubectl.getOutputStream()) {
            toIt.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(kubectl.waitFor() == 0, text);
    }

    /** What it wrote; it has to be content. */
    String ask(String... arguments) throws IOException, InterruptedException {
        Said said = run("", arguments);
        if (!said.succeeded()) {
            throw new AssertionError("kubectl " + String.join(" ", arguments) + ": " + said.text());
        }
        return said.text();
    }

    /** Kinds that the server has, as {@code apiVersion kind}. */
    Set<String> kinds() throws IOException, InterruptedException {
        return ask("api-resources", "--no-headers")
                .lines()
                .map(line -> line.split("\\s+"))
                .map(columns -> columns[columns.length - 3] + " " + columns[columns.length - 1])
                .collect(Collectors.toSet());
    }
}
