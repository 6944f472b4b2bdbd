package io.sirenorder.local.stack;

import io.sirenorder.local.process.Child;
import io.sirenorder.local.proxy.Instance;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Our own programs, as command lines. */
final class ServiceCommands {
    /** A quick start rather than the best speed later: half the work with five services on two cores. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** As the images: a heap that begins small and grows no further than it has to. */
    private static final List<String> SMALL_FOOTPRINT =
            List.of("-Xms32m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");

    private static final String MOST_HEAP = "-Xmx256m";

    private final StackOptions options;
    private final ServiceSettings settings;

    ServiceCommands(StackOptions options, ServiceSettings settings) {
        this.options = options;
        this.settings = settings;
    }

    /** An instance of a service, listening where the instance of the door expects it. */
    Program service(Service service, String name, Instance instance) {
        int port = options.ports().of(name);
        Path jar = options.home().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        List<String> command = java();
        options.settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = settings.environment(service, port);
        return program(name, command, environment, "/q/health/ready", instance);
    }

    /** PortOne's stand-in. */
    Program simulator() {
        List<String> command = java();
        Path libraries = options.home().resolve("deploy/local/target/lib");
        command.addAll(List.of("-cp", libraries + "/*", "io.sirenorder.simulator.PortOneSimulator"));
        Instance nobodyRoutesThere = new Instance(options.ports().of("simulator"));
        return program("simulator", command, new PortOneAccount(options).simulator(), "/sim/health", nobodyRoutesThere);
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(MOST_HEAP);
        command.addAll(options.production() ? SMALL_FOOTPRINT : QUICK_START);
        return command;
    }

    private Program program(
            String name, List<String> command, Map<String, String> environment, String health, Instance instance) {
        StateDirectory state = options.state();
        Child child = new Child(command, environment, state.root(), state.log(name));
        return new Program(name, child, URI.create(options.ports().url(name) + health), instance);
    }
}
