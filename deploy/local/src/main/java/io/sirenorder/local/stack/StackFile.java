package io.sirenorder.local.stack;

import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.TextFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Description of the running stack, with addresses, pids and secrets, for other commands and programs: {@code stack.json}. */
public record StackFile(JsonObject json) {
    static final String LAUNCHER = "launcher";

    static void write(StackOptions options, List<Supervisor> keepers) {
        Ports ports = options.ports();
        JsonArray parts = new JsonArray();
        keepers.forEach(keeper -> parts.add(part(keeper, ports)));
        JsonObject databases = new JsonObject();
        Service.withDatabase()
                .forEach(service -> databases.put(service.label(), new Database(service, options).json()));
        JsonObject services = new JsonObject();
        Service.all().forEach(service -> services.put(service.label(), ports.url(service.module())));
        JsonObject json = new JsonObject()
                .put("launcherPid", ProcessHandle.current().pid())
                .put("door", ports.url("door"))
                .put("address", options.door())
                .put("simulator", ports.url("simulator"))
                .put("services", services)
                .put("redis", new RedisUsers(options).administratorUrl())
                .put("databases", databases)
                .put("portone", new PortOneAccount(options).json())
                .put("durable", options.durable())
                .put("settings", new JsonObject(new HashMap<>(options.settings())))
                .put("parts", parts)
                .put(
                        "serviceTokenFile",
                        options.state().token(LAUNCHER + "-at-payment.jwt").toString())
                .put("control", ports.url("issuer") + "/launcher")
                .put("controlToken", options.state().secretText(LAUNCHER));
        TextFile.write(options.state().stackFile(), json.encodePrettily() + "\n");
    }

    private static JsonObject part(Supervisor keeper, Ports ports) {
        return new JsonObject()
                .put("name", keeper.name())
                .put("pid", keeper.running().map(Running::pid).orElse(null))
                .put("port", ports.of(keeper.name()))
                .put("health", keeper.part().healthAddress().map(URI::toString).orElse(null))
                .put("log", keeper.log().toString());
    }

    /** The stack that runs in a state directory, if one does. */
    public static Optional<StackFile> read(StateDirectory state) {
        return Files.exists(state.stackFile())
                ? Optional.of(new StackFile(new JsonObject(TextFile.read(state.stackFile()))))
                : Optional.empty();
    }

    /** The launcher's token for calls to payment-service, as fresh as the launcher keeps it. */
    public String serviceToken() {
        return TextFile.read(Path.of(json.getString("serviceTokenFile")));
    }

    /** Says that nothing runs there. */
    public static void remove(StateDirectory state) {
        try {
            Files.deleteIfExists(state.stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
