package io.sirenorder.local.process;

import java.io.IOException;
import java.nio.file.Path;

/** Takes a lock, says so and waits to be ended. */
public final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws IOException {
        try (Lock lock = Lock.take(Path.of(args[0])).orElseThrow()) {
            System.out.print("y");
            System.out.flush();
            System.in.read();
        }
    }
}
