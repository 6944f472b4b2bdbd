package io.sirenorder.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Repeats the start of a program while the system says "Text file busy" (ETXTBSY), two seconds at most. */
final class BusyProgram {
    private static final int TRIES = 40;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private BusyProgram() {}

    /** The start of a process, which may fail. */
    interface Start<T> {
        T run() throws IOException;
    }

    static <T> T retry(Start<T> start) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.run();
            } catch (IOException | RuntimeException e) {
                if (attempt == TRIES || !isBusy(e)) {
                    throw e;
                }
                Waiting.quietly(() -> TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis()));
            }
        }
    }

    private static boolean isBusy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.contains("error=26") || message.contains("Text file busy"));
    }
}
