package io.sirenorder.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls of kubectl to one API server. */
record Kubectl(String program, Path kubeconfig) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Text of both outputs of a call, and whether it succeeded. */
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

    /** Output of a call; fails with it when the call fails. */
    String ask(String... arguments) throws IOException, InterruptedException {
        Said said = run("", arguments);
        if (!said.succeeded()) {
            throw new AssertionError("kubectl " + String.join(" ", arguments) + ": " + said.text());
        }
        return said.text();
    }

    /** Kinds that the server has, as {@code apiVersion kind}, in each version that it serves. */
    Set<String> kinds() throws IOException, InterruptedException {
        Set<String> kinds = new HashSet<>();
        for (String version : ask("api-versions").lines().toList()) {
            String path = version.contains("/") ? "/apis/" + version : "/api/" + version;
            for (JsonNode resource : JSON.readTree(ask("get", "--raw", path)).path("resources")) {
                kinds.add(version + " " + resource.path("kind").asText());
            }
        }
        return kinds;
    }
}
