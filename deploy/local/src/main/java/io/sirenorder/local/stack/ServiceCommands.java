package io.sirenorder.local.stack;

import io.sirenorder.local.process.Child;
import io.sirenorder.local.proxy.Instance;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Our own programs, as command lines. */
final class ServiceCommands {
    private static final Duration TIME_TO_WRITE_A_CACHE = Duration.ofMinutes(3);
    private static final String MOST_HEAP = "-Xmx256m";
    private static final String MOST_HEAP_OF_PAGES = "-Xmx64m";

    private final StackOptions options;
    private final ServiceSettings settings;
    private final ServiceJvm jvm = ServiceJvm.chosen();

    ServiceCommands(StackOptions options, ServiceSettings settings) {
        this.options = options;
        this.settings = settings;
    }

    /** An instance of a service, listening where the instance of the door expects it. */
    Program service(Service service, String name, Instance instance) {
        int port = options.ports().of(name);
        Map<String, String> environment = settings.environment(service, port);
        if (!name.equals(options.instances(service).get(0))) {
            environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        }
        if (options.jvm() == JvmMode.AS_IMAGE) {
            environment.putAll(Image.ENVIRONMENT);
        }
        List<String> command = options.jvm() == JvmMode.AS_IMAGE ? asImage(service, name) : command(service);
        return program(name, command, environment, "/q/health/ready", instance);
    }

    private List<String> command(Service service) {
        Path application = options.home().resolve(service.module()).resolve("target/quarkus-app");
        String heap = service == Service.WEB ? MOST_HEAP_OF_PAGES : MOST_HEAP;
        List<String> command = jvm.command(options.jvm(), heap, application.resolve(ServiceJvm.CACHE));
        command.addAll(keys());
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        return command;
    }

    private List<String> asImage(Service service, String name) {
        return new Image(options.home(), service).command(name, jvm, keys());
    }

    private List<String> keys() {
        return options.settings().entrySet().stream()
                .map(key -> "-D" + key.getKey() + "=" + key.getValue())
                .toList();
    }

    /** PortOne's stand-in. */
    Program simulator(Instance instance) {
        Path libraries = options.home().resolve("deploy/local/target/lib");
        List<String> command = jvm.command(options.jvm(), MOST_HEAP, libraries.resolveSibling("simulator.aot"));
        command.addAll(List.of("-cp", libraries + "/*", "io.sirenorder.simulator.PortOneSimulator"));
        return program("simulator", command, new PortOneAccount(options).simulator(), "/sim/health", instance);
    }

    private Program program(
            String name, List<String> command, Map<String, String> environment, String health, Instance instance) {
        StateDirectory state = options.state();
        Duration stopLimit = options.jvm() == JvmMode.TRAINING ? TIME_TO_WRITE_A_CACHE : Part.STOP_LIMIT;
        Child child = new Child(command, environment, state.root(), state.log(name));
        return new Program(name, child, URI.create(options.ports().url(name) + health), instance, stopLimit);
    }
}
