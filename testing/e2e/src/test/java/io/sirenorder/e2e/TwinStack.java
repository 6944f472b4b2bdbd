package io.sirenorder.e2e;

import java.nio.file.Path;

/**
 * A stack with two instances of one service, for classes that kill or restart them one by one. It is started for such a class and
 * stopped with it, so that other stories cost neither the time nor the memory of a second instance. Where {@code -Dsiren.state}
 * names a stack, or services run as images, which have one instance each, it is the stack of all stories.
 */
public final class TwinStack implements AutoCloseable {
    private final LaunchedStack launched;
    private final Stack stack;

    private TwinStack(LaunchedStack launched, Stack stack) {
        this.launched = launched;
        this.stack = stack;
    }

    /** Starts it with two instances of that service. */
    public static TwinStack start(String service) {
        if (!System.getProperty("siren.state", "").isEmpty() || Boolean.getBoolean("siren.as-image")) {
            return new TwinStack(null, Stack.running());
        }
        LaunchedStack launched =
                LaunchedStack.withReplicas(Path.of("target", "twins").toAbsolutePath(), service + "=2");
        return new TwinStack(launched, Stack.of(launched).triedOut());
    }

    public Stack stack() {
        return stack;
    }

    @Override
    public void close() {
        if (launched != null) {
            launched.stop();
        }
    }
}
