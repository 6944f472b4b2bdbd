package io.sirenorder.local.command;

import io.sirenorder.client.Api;
import io.sirenorder.client.UnexpectedAnswer;
import io.sirenorder.local.demo.DemoStore;
import io.sirenorder.local.process.Lock;
import io.sirenorder.local.process.Reaper;
import io.sirenorder.local.process.Records;
import io.sirenorder.local.process.Sweep;
import io.sirenorder.local.stack.Progress;
import io.sirenorder.local.stack.Refused;
import io.sirenorder.local.stack.Stack;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StackOptions;
import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * One run of a stack, from the lock to the end of its last process. Any end of this JVM ends the stack: its shutdown
 * hook in the ordinary case, the reaper when there was no time for hooks.
 */
final class Launch {
    private final StackOptions options;
    private final Progress progress;

    Launch(StackOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Starts everything; from then on the end of this JVM stops it. */
    void start() {
        Instant begin = Instant.now();
        StateDirectory state = options.state().prepare();
        Lock lock = Lock.take(state.lock()).orElseThrow(() -> alreadyRunning(state));
        StackFile.remove(state);
        Records records = Records.in(state.pids());
        sweep(records);
        if (options.fresh()) {
            state.forget();
            state.prepare();
        }
        options.ports().refuseTaken();
        Reaper reaper = Reaper.watching(state.pids());
        Stack stack = new Stack(options, records, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, reaper, lock), "stop"));
        stack.start();
        welcome(Duration.between(begin, Instant.now()));
    }

    private static Refused alreadyRunning(StateDirectory state) {
        String pid = Lock.holder(state.lock())
                .map(ProcessHandle::pid)
                .map(Object::toString)
                .orElse("unknown");
        return new Refused(Refused.RUNNING_ALREADY, "it runs already (pid " + pid + "); ./siren down stops it");
    }

    private void sweep(Records records) {
        int left = Sweep.over(records, options.state().postgres("data"));
        if (left > 0) {
            progress.say("swept " + left + " processes that an earlier run had left behind");
        }
    }

    private void stop(Stack stack, Reaper reaper, Lock lock) {
        Instant begin = Instant.now();
        progress.say("stopping …");
        stack.stop();
        reaper.dismiss();
        lock.close();
        progress.say("stopped after" + Terminal.seconds(Duration.between(begin, Instant.now())));
    }

    private void welcome(Duration took) {
        progress.say("");
        progress.say(Terminal.bold("Siren Order is up") + " after" + Terminal.seconds(took));
        progress.say("");
        new Welcome(options.door(), demoStore(), options.ports().url("simulator"), choice())
                .lines()
                .forEach(progress::say);
        progress.say("");
    }

    private String choice() {
        Path root = options.state().root();
        return root.equals(StateChoice.home().resolve(".siren")) ? "" : "--state=" + root;
    }

    /** Empty, with one line of explanation, where stores wait for an operator's approval or the like. */
    private Optional<DemoStore> demoStore() {
        try {
            return Optional.of(DemoStore.registeredIn(
                    options.state().demoStore(), Api.at(options.ports().url("door"))));
        } catch (UnexpectedAnswer | UncheckedIOException e) {
            progress.say("the demo store was not registered: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Waits for Ctrl-C. */
    void stay() {
        progress.say(Terminal.dim("Ctrl-C stops everything."));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
