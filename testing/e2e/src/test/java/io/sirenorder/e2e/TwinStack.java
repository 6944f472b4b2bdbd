package io.sirenorder.e2e;

import java.nio.file.Path;

/**
 * A stack with two instances of store-service, for classes that kill them one by one. It is started for such a class and stopped
 * with it, so that other stories cost neither the time nor the memory of a second instance. Where {@code -Dsiren.state} names a
 * stack, or services run as images, which have one instance each, it is the stack of all stories.
 */
final class TwinStack implements AutoCloseable {
    private final LaunchedStack launched;
    private final Stack stack;

    private TwinStack(LaunchedStack launched, Stack stack) {
        this.launched = launched;
        this.stack = stack;
    }

    static TwinStack start() {
        if (!System.getProperty("siren.state", "").isEmpty() || Boolean.getBoolean("siren.as-image")) {
            return new TwinStack(null, Stack.running());
        }
        LaunchedStack launched =
                LaunchedStack.withReplicas(Path.of("target", "twins").toAbsolutePath(), "store-service=2");
        return new TwinStack(launched, Stack.of(launched).triedOut());
    }

    Stack stack() {
        return stack;
    }

    @Override
    public void close() {
        if (launched != null) {
            launched.stop();
        }
    }
}
