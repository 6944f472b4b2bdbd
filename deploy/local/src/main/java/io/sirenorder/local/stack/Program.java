package io.sirenorder.local.stack;

import io.sirenorder.local.process.Child;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import io.sirenorder.local.proxy.Instance;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** One of our own programs in a JVM of its own; it is ready when its health says so. */
record Program(String name, Child child, URI health, Instance instance) implements Part {
    @Override
    public Path log() {
        return child.log();
    }

    @Override
    public Running start() {
        return Running.of(name, child.start().toHandle(), Signal.TERM);
    }

    @Override
    public Optional<String> unready() {
        return Health.answer(health);
    }

    @Override
    public Optional<URI> healthAddress() {
        return Optional.of(health);
    }

    @Override
    public void serving(boolean yes) {
        instance.serving(yes);
    }
}
