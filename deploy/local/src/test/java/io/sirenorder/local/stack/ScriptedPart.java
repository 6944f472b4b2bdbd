package io.sirenorder.local.stack;

import io.sirenorder.local.process.Child;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A part that is a shell script; it is ready when its file is there. */
final class ScriptedPart implements Part {
    final AtomicInteger starts = new AtomicInteger();
    /** Starts that happened while an earlier process still ran. */
    final AtomicInteger overlaps = new AtomicInteger();

    volatile boolean serving;
    private final List<Running> started = new CopyOnWriteArrayList<>();
    private final Path directory;
    private final String script;

    ScriptedPart(Path directory, String script) {
        this.directory = directory;
        this.script = script;
    }

    /** One that becomes ready and stays. */
    static ScriptedPart steady(Path directory) {
        return new ScriptedPart(directory, "touch ready; exec sleep 300");
    }

    @Override
    public String name() {
        return "part";
    }

    @Override
    public Path log() {
        return directory.resolve("part.log");
    }

    @Override
    public Running start() throws IOException {
        starts.incrementAndGet();
        Files.deleteIfExists(directory.resolve("ready")); // an earlier process made it
        if (started.stream().anyMatch(Running::isAlive)) {
            overlaps.incrementAndGet();
        }
        Child child = new Child(List.of("sh", "-c", script), Map.of(), directory, log());
        Running running = Running.of(name(), child.start().toHandle(), Signal.TERM);
        started.add(running);
        return running;
    }

    @Override
    public Optional<String> unready() {
        return Files.exists(directory.resolve("ready")) ? Optional.empty() : Optional.of("not yet");
    }

    @Override
    public void serving(boolean yes) {
        serving = yes;
    }
}
