package io.sirenorder.local.stack;

import io.sirenorder.embedded.Ports;
import io.sirenorder.local.process.Child;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import io.sirenorder.local.proxy.Instance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** One of our own programs in a JVM of its own; it is ready when the process that was started last says so. */
final class Program implements Part {
    /** Response header by which a Quarkus program names its start, beside its health. */
    static final String START_HEADER = "Siren-Start";

    private final String name;
    private final Child child;
    private final URI health;
    private final Instance instance;
    private final Duration stopLimit;
    private volatile String start = "";

    /** @param stopLimit time that it may take to end before it is killed */
    Program(String name, Child child, URI health, Instance instance, Duration stopLimit) {
        this.name = name;
        this.child = child;
        this.health = health;
        this.instance = instance;
        this.stopLimit = stopLimit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return child.log();
    }

    /** Starts it, unless another process has its port, which would answer in its place. */
    @Override
    public Running start() throws IOException {
        if (!Ports.isFree(health.getPort())) {
            throw new IOException("port " + health.getPort() + " is taken by another program");
        }
        start = UUID.randomUUID().toString();
        String header = "quarkus.http.header." + START_HEADER + ".";
        Child marked = child.withOptions("-D" + header + "value=" + start, "-D" + header + "path=" + health.getPath());
        return Running.of(name, marked.start().toHandle(), Signal.TERM);
    }

    @Override
    public Optional<String> unready() {
        return Health.answer(health, start);
    }

    @Override
    public Optional<URI> healthAddress() {
        return Optional.of(health);
    }

    @Override
    public Duration stopLimit() {
        return stopLimit;
    }

    @Override
    public void serving(boolean yes) {
        instance.serving(yes);
    }
}
