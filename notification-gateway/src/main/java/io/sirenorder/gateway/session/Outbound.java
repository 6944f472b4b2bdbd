package io.sirenorder.gateway.session;

import io.sirenorder.gateway.wire.Wire;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The messages that wait for a reader that is slower than its messages: in order, the newest of each superseded kind only, without
 * what may be dropped, and never more than the limit. Lives on the event loop.
 */
final class Outbound {
    private final Wire wire;
    private final Consumer<byte[]> writer;
    private final long limitBytes;
    private final Set<String> droppable;
    private final Map<Object, byte[]> backlog = new LinkedHashMap<>();
    private long backlogBytes;
    private long replayedBytes;

    Outbound(Wire wire, Consumer<byte[]> writer, long limitBytes, Set<String> droppable) {
        this.wire = wire;
        this.writer = writer;
        this.limitBytes = limitBytes;
        this.droppable = droppable;
        wire.onWritable(this::drain);
    }

    /** Replies and the like: at once, or false when the reader is too far behind. */
    boolean say(byte[] frame) {
        if (isOverflowing()) {
            return false;
        }
        writer.accept(frame);
        return true;
    }

    /** False when the reader is too far behind; what a recipient missed may be longer than what it may fall behind. */
    boolean push(Push push, byte[] frame, boolean replayed) {
        if (isOverflowing() && !replayed) {
            return false;
        }
        if (backlog.isEmpty() && wire.isWritable()) {
            writer.accept(frame);
        } else if (!droppable.contains(push.type())) {
            enqueue(push, frame, replayed);
        }
        return true;
    }

    private void enqueue(Push push, byte[] frame, boolean replayed) {
        Object slot = push.superseded() ? push.subject() : push;
        byte[] older = backlog.remove(slot);
        backlog.put(slot, frame);
        backlogBytes += frame.length - (older == null ? 0 : older.length);
        replayedBytes += replayed ? frame.length : 0;
    }

    private void drain() {
        Iterator<byte[]> next = backlog.values().iterator();
        while (next.hasNext() && wire.isWritable()) {
            byte[] waiting = next.next();
            next.remove();
            backlogBytes -= waiting.length;
            writer.accept(waiting);
        }
        if (backlog.isEmpty()) {
            replayedBytes = 0;
        }
    }

    private boolean isOverflowing() {
        return wire.pendingBytes() + backlogBytes - replayedBytes > limitBytes;
    }
}
