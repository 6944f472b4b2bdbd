package io.sirenorder.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A running stack, as its state file describes it. */
record RunningStack(JsonNode file) {

    /** Reads {@code stack.json}, which is there as long as the stack runs. */
    static RunningStack in(Path state) {
        Path file = state.resolve("stack.json");
        if (!Files.exists(file)) {
            throw new IllegalStateException("no stack runs in " + state + "; start one with ./siren up");
        }
        try {
            return new RunningStack(Json.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String frontDoor() {
        return file.path("door").asText();
    }

    String simulator() {
        return file.path("simulator").asText();
    }

    /** The address of a service itself, past the front door. */
    String service(String name) {
        return file.path("services").path(name).asText();
    }

    /** The address of Redis, with the administrator's password. */
    String redis() {
        return file.path("redis").asText();
    }

    /** The address of the launcher's control interface. */
    String control() {
        return file.path("control").asText();
    }

    String controlToken() {
        return file.path("controlToken").asText();
    }

    /** The address and the role of a service's database. */
    JsonNode database(String service) {
        return file.path("databases").path(service);
    }

    String durability() {
        return file.path("durable").asBoolean() ? "fsync on" : "fsync off";
    }

    /** The process id of every part, and of the launcher, which is the front door. */
    Map<String, Long> processes() {
        Map<String, Long> pids = new LinkedHashMap<>();
        file.path("parts")
                .forEach(part ->
                        pids.put(part.path("name").asText(), part.path("pid").asLong()));
        pids.put("front door", file.path("launcherPid").asLong());
        return pids;
    }
}
