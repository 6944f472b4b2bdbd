package io.sirenorder.local.stack;

import java.time.Duration;
import java.time.Instant;

/** One line per event, for pipes and logs. */
final class ProgressLines implements Progress {
    private final Instant begin = Instant.now();

    @Override
    public void starting(String part) {
        print(part, "starting");
    }

    @Override
    public void ready(String part, Duration took) {
        print(part, "ready after" + Terminal.seconds(took));
    }

    @Override
    public void failed(String part) {
        print(part, "FAILED");
    }

    @Override
    public void say(String line) {
        System.out.println(line);
    }

    private void print(String part, String what) {
        String since = Terminal.seconds(Duration.between(begin, Instant.now()));
        System.out.printf("  %s  %-20s %s%n", since, part, what);
    }
}
