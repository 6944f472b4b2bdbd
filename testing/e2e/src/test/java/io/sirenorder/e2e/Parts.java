package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The processes of a stack as its launcher knows them now; each is frozen or killed by its name. */
public record Parts(JsonNode known) {

    /** Does something while all processes of a part stand still: connections to them stay, answers do not come. */
    void whileFrozen(String part, Runnable act) {
        List<Long> pids = pids(part);
        pids.forEach(pid -> signal("-STOP", pid));
        try {
            act.run();
        } finally {
            pids.forEach(pid -> signal("-CONT", pid));
        }
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Kills an instance of a part, as {@code kill -9} does: the one of that number, or the last; the launcher starts it again. */
    void killOne(String part, int number) {
        List<Long> pids = pids(part);
        ProcessHandle instance =
                ProcessHandle.of(pids.get(Math.min(number, pids.size() - 1))).orElseThrow();
        instance.destroyForcibly();
        instance.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Kills a part of the stack, with all its instances, as {@code kill -9} does; the launcher starts them again. */
    public void kill(String part) {
        List<ProcessHandle> instances = pids(part).stream()
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        instances.forEach(ProcessHandle::destroyForcibly);
        instances.forEach(
                process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** Of all instances, in the order of their numbers. */
    private List<Long> pids(String part) {
        List<Long> pids = all().filter(each -> isInstance(each.path("name").asText(), part))
                .map(each -> each.path("pid").asLong())
                .toList();
        if (pids.isEmpty()) {
            throw new IllegalArgumentException("no part is called " + part);
        }
        return pids;
    }

    /** With several replicas a service's instances are numbered: store-service-1, store-service-2. */
    private static boolean isInstance(String name, String part) {
        return name.equals(part) || name.matches(Pattern.quote(part) + "-\\d+");
    }

    /** Address of each instance of a part, past the front door. */
    public List<String> addresses(String part) {
        return all().filter(each -> isInstance(each.path("name").asText(), part))
                .map(each ->
                        URI.create(each.path("health").asText()).resolve("/").toString())
                .toList();
    }

    /** All parts answer again, each instance by itself. */
    public void awaitHealthy() {
        all().map(part -> part.path("health"))
                .filter(JsonNode::isTextual)
                .forEach(health -> Eventually.is(() -> isReady(health.asText()), true, Stack.PATIENCE));
    }

    private static boolean isReady(String health) {
        try {
            return Api.at(health).get(URI.create(health).getPath()).status() == 200;
        } catch (UncheckedIOException starting) {
            return false;
        }
    }

    private Stream<JsonNode> all() {
        return StreamSupport.stream(known.spliterator(), false);
    }
}
