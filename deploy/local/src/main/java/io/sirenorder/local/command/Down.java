package io.sirenorder.local.command;

import io.sirenorder.local.process.Lock;
import io.sirenorder.local.process.Records;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import io.sirenorder.local.process.Sweep;
import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code siren down}. */
@Command(name = "down", description = "Stops the stack, and sweeps up what a killed one left.")
final class Down implements Runnable {
    /** A training run writes its caches first. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @Mixin
    private StateChoice choice;

    @Override
    public void run() {
        StateDirectory state = choice.state().prepare();
        Optional<Lock> lock = Lock.take(state.lock());
        if (lock.isPresent()) {
            int left = Sweep.over(Records.in(state.pids()), state.postgres("data"));
            System.out.println(left == 0 ? "nothing runs" : "swept " + left + " processes of a killed run");
            lock.get().close();
        } else {
            Lock.holder(state.lock()).ifPresent(Down::stop);
        }
    }

    private static void stop(ProcessHandle launcher) {
        Instant begin = Instant.now();
        Running running = Running.of("launcher", launcher, Signal.TERM);
        running.end();
        running.awaitEnd(LIMIT);
        System.out.println("stopped after" + Terminal.seconds(Duration.between(begin, Instant.now())));
    }
}
