package io.sirenorder.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One launcher per state directory: the kernel frees the lock however its holder ends. */
public final class Lock implements AutoCloseable {
    private static final int LONGEST_PID = 20;

    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock and writes our pid into it, or is empty when another process holds it. A process opens the file
     * once only: closing any of its channels would drop the lock.
     */
    public static Optional<Lock> take(Path file) {
        try {
            FileChannel channel = open(file);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(bytes(Long.toString(ProcessHandle.current().pid())), 0);
            return Optional.of(new Lock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("the lock " + file, e);
        }
    }

    /** The pid that the holder wrote. */
    public static Optional<ProcessHandle> holder(Path file) {
        try (FileChannel channel = open(file)) {
            ByteBuffer text = ByteBuffer.allocate(LONGEST_PID);
            channel.read(text, 0);
            String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("the lock " + file, e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock", e);
        }
    }
}
