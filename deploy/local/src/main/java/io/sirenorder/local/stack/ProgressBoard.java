package io.sirenorder.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A line per part, redrawn in place while parts start. */
final class ProgressBoard implements Progress {
    private static final String WHEEL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int REDRAW_MILLIS = 100;

    private final Map<String, Instant> starting = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();
    private int drawn;
    private int turn;

    ProgressBoard() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleAtFixedRate(this::tick, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void starting(String part) {
        starting.put(part, Instant.now());
        shown.put(part, "");
        draw();
    }

    @Override
    public void ready(String part, Duration took) {
        settle(part, Terminal.green("✔") + " %-20s ".formatted(part) + Terminal.dim(Terminal.seconds(took)));
    }

    @Override
    public void failed(String part) {
        settle(part, Terminal.red("✘ " + part));
    }

    private synchronized void settle(String part, String line) {
        starting.remove(part);
        shown.put(part, line);
        draw();
        if (starting.isEmpty()) {
            shown.clear();
            drawn = 0;
        }
    }

    @Override
    public synchronized void say(String line) {
        erase();
        System.out.println(line);
        draw();
    }

    private synchronized void tick() {
        if (!starting.isEmpty()) {
            turn = (turn + 1) % WHEEL.length();
            draw();
        }
    }

    private void draw() {
        erase();
        shown.forEach((part, line) -> System.out.println("  " + (starting.containsKey(part) ? waiting(part) : line)));
        drawn = shown.size();
        System.out.flush();
    }

    private String waiting(String part) {
        String since = Terminal.seconds(Duration.between(starting.get(part), Instant.now()));
        return Terminal.cyan(WHEEL.substring(turn, turn + 1)) + " %-20s ".formatted(part) + Terminal.dim(since);
    }

    private void erase() {
        if (drawn > 0) {
            System.out.print("\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }
}
