package io.sirenorder.local.demo;

import io.sirenorder.client.Frame;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells a story step by step: when, who, what, and how long it took. */
final class Timeline {
    private static final int WIDTH = 88;

    private final PrintStream out;
    private String story = "";
    private Instant begin = Instant.now();
    private int stories;

    Timeline(PrintStream out) {
        this.out = out;
    }

    void story(String title) {
        story = title;
        begin = Instant.now();
        stories++;
        out.printf("%n%s%n", Terminal.bold(stories + ". " + title));
    }

    /** Does something and tells it with its result and duration. */
    <T> T does(Actor who, String what, Supplier<T> act, Function<T, String> result) {
        Instant start = Instant.now();
        T done = attempt(who, what, act);
        tell(Instant.now(), who, what + result.apply(done), millis(Duration.between(start, Instant.now())));
        return done;
    }

    <T> T does(Actor who, String what, Supplier<T> act) {
        return does(who, what, act, done -> "");
    }

    /** Waits for a frame and prints it with the time that has passed since its cause. */
    Frame hears(Actor who, String what, Instant cause, Supplier<Frame> ear, Function<Frame, String> content) {
        Frame frame = attempt(who, "hears " + what, ear);
        String after = millis(Duration.between(cause, frame.at()));
        tell(frame.at(), who, "hears " + what + content.apply(frame), after + " later");
        return frame;
    }

    private <T> T attempt(Actor who, String what, Supplier<T> act) {
        try {
            return act.get();
        } catch (RuntimeException e) {
            throw new StepFailed(story, who, what, e);
        }
    }

    private void tell(Instant at, Actor who, String what, String took) {
        String time = String.format(
                Locale.ROOT, "%6.2f s", Duration.between(begin, at).toMillis() / 1000.0);
        String gap = " ".repeat(Math.max(1, WIDTH - width(what)));
        out.println("  " + Terminal.dim(time) + "  " + who.column() + " " + what + gap + Terminal.dim(took));
    }

    /** Hangul takes two columns. */
    private static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL;
    }

    private static String millis(Duration time) {
        return time.compareTo(Duration.ofSeconds(2)) < 0
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
