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
    private static final String MOST_HEAP_OF_PAGES = "-Xmx64m";

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
        List<String> command = java(service == Service.WEB ? MOST_HEAP_OF_PAGES : MOST_HEAP);
        options.settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = settings.environment(service, port);
        if (!name.equals(options.instances(service).get(0))) {
            environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        }
        return program(name, command, environment, "/q/health/ready", instance);
    }

    /** PortOne's stand-in. */
    Program simulator(Instance instance) {
        List<String> command = java(MOST_HEAP);
        Path libraries = options.home().resolve("deploy/local/target/lib");
        command.addAll(List.of("-cp", libraries + "/*", "io.sirenorder.simulator.PortOneSimulator"));
        return program("simulator", command, new PortOneAccount(options).simulator(), "/sim/health", instance);
    }

    private List<String> java(String heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap);
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
