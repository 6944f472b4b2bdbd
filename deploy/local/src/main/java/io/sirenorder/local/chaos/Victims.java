package io.sirenorder.local.chaos;

import io.sirenorder.client.Api;
import io.sirenorder.local.stack.LauncherClient;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StateDirectory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The parts of a running stack, as a fault finds them: processes are looked up anew each time, since they come and go. */
record Victims(StateDirectory state) {
    private StackFile stack() {
        return StackFile.read(state).orElseThrow(() -> new IllegalStateException("the stack has gone"));
    }

    Api door() {
        return Api.at(stack().json().getString("door"));
    }

    Api simulator() {
        return Api.at(stack().json().getString("simulator"));
    }

    /** The processes of a part, one per instance. */
    private List<ProcessHandle> processes(String part) {
        return stack().json().getJsonArray("parts").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("name").startsWith(part))
                .flatMap(each -> ProcessHandle.of(each.getLong("pid", 0L)).stream())
                .toList();
    }

    void kill(String part) {
        List<ProcessHandle> killed = processes(part);
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(process -> process.onExit().join());
    }

    /** Restarts each instance of a program in turn, as an upgrade does. */
    void restart(String program) {
        new LauncherClient(stack()).restart(program);
    }

    /** Leaves PostgreSQL's data no room for that long; refused where they share their disk. */
    void fillDisk(Duration time) {
        new DataDisk(state.postgres("").normalize()).fill(time);
    }

    /** The moment when every part says that it is ready; null if one does not before the limit. */
    Instant ready(Instant limit) {
        while (!isReady()) {
            if (Instant.now().isAfter(limit)) {
                return null;
            }
            sleep(Duration.ofMillis(200));
        }
        return Instant.now();
    }

    private boolean isReady() {
        return stack().json().getJsonArray("parts").stream()
                .map(part -> ((JsonObject) part).getString("health"))
                .filter(Objects::nonNull)
                .allMatch(Victims::isReady);
    }

    private static boolean isReady(String health) {
        try {
            return Api.at(health).get(URI.create(health).getPath()).status() == 200;
        } catch (UncheckedIOException starting) {
            return false;
        }
    }

    void freeze(String part, Duration time) {
        List<ProcessHandle> frozen = processes(part);
        frozen.forEach(process -> signal("STOP", process));
        try {
            sleep(time);
        } finally {
            frozen.forEach(process -> signal("CONT", process));
        }
    }

    /** Stops the processes of a part and their children from doing anything more, as if their node were gone; answers them. */
    List<ProcessHandle> halt(String part) {
        List<ProcessHandle> halted = processes(part).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        halted.forEach(process -> signal("STOP", process));
        return halted;
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void flushRedis() {
        URI redis = URI.create(stack().json().getString("redis"));
        String password = redis.getUserInfo().substring(redis.getUserInfo().indexOf(':') + 1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.getPort())) {
            String commands = "AUTH " + password + "\r\nFLUSHALL\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void portone(Map<String, Object> rule, int seed, Duration time) {
        simulator().put("/sim/faults", Map.of("seed", seed, "rules", List.of(rule)));
        try {
            sleep(time);
        } finally {
            calmPortone();
        }
    }

    void calmPortone() {
        simulator().delete("/sim/faults");
    }

    /** Requests whose callers hang up in the middle, with a reset. */
    void abortRequests(int count) {
        for (int i = 0; i < count; i++) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), door().base().getPort())) {
                socket.setSoLinger(true, 0);
                OutputStream out = socket.getOutputStream();
                out.write(
                        "POST /checkouts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"intent\":"
                                .getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
