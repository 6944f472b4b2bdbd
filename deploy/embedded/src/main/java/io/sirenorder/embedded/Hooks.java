package io.sirenorder.embedded;

/** Shutdown hooks that may no longer be needed. */
final class Hooks {
    private Hooks() {}

    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shutdownHasBegun) {
            return; // the hook runs by itself, and stopping twice is harmless
        }
    }
}
