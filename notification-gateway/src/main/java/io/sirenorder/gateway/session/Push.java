package io.sirenorder.gateway.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sirenorder.contracts.Recipient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A message on its way to a recipient's sockets: the frame as its service wrote it, and the little that the gateway
 * has to know of it. The frame stays in the bytes in which it came from Redis and goes to the wire.
 */
public final class Push {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] BEFORE_POSITION = "{\"pos\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER_POSITION = "\",".getBytes(StandardCharsets.US_ASCII);

    private final Recipient recipient;
    private final MailboxPosition position;
    private final String flags;
    private final String key;
    private final byte[] bytes;
    private final int from;
    private String type = "";
    private long sentAt;

    private Push(Recipient recipient, MailboxPosition position, String header, byte[] bytes, int from) {
        int space = header.indexOf(' ');
        this.recipient = recipient;
        this.position = position;
        this.flags = header.substring(0, space);
        this.key = header.substring(space + 1);
        this.bytes = bytes;
        this.from = from;
        this.sentAt = position.millis();
    }

    /**
     * Reads a header ("flags key"), and the head of a frame that takes the bytes from a place to their end.
     *
     * @throws UncheckedIOException if they are no frame
     */
    public static Push of(Recipient recipient, MailboxPosition position, String header, byte[] bytes, int from) {
        Push push = new Push(recipient, position, header, bytes, from);
        try (JsonParser parser = JSON.createParser(bytes, from, bytes.length - from)) {
            push.readHead(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("not a frame", e);
        }
        return push;
    }

    private void readHead(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("t")) {
                type = parser.getText();
            } else if (field.equals("ts")) {
                sentAt = parser.getLongValue();
            } else if (field.equals("d")) {
                return; // services write the head first
            }
            parser.skipChildren();
        }
    }

    /** The recipient in whose mailbox it lies. */
    public Recipient recipient() {
        return recipient;
    }

    public MailboxPosition position() {
        return position;
    }

    public boolean toBeAcked() {
        return flags.indexOf('a') >= 0;
    }

    boolean superseded() {
        return flags.indexOf('s') >= 0;
    }

    /** The subject that acknowledgements name. */
    String key() {
        return key;
    }

    String type() {
        return type;
    }

    /** Epoch milliseconds at which its service made it. */
    long sentAt() {
        return sentAt;
    }

    /** The frame, in UTF-8, as it goes down a socket that has received up to there. */
    byte[] frame(StreamPosition reached) {
        byte[] pos = reached.pos().getBytes(StandardCharsets.US_ASCII);
        int rest = bytes.length - from - 1;
        byte[] frame = new byte[BEFORE_POSITION.length + pos.length + AFTER_POSITION.length + rest];
        System.arraycopy(BEFORE_POSITION, 0, frame, 0, BEFORE_POSITION.length);
        System.arraycopy(pos, 0, frame, BEFORE_POSITION.length, pos.length);
        System.arraycopy(AFTER_POSITION, 0, frame, BEFORE_POSITION.length + pos.length, AFTER_POSITION.length);
        System.arraycopy(bytes, from + 1, frame, frame.length - rest, rest);
        return frame;
    }

    /** The newest message of a subject stands for the older ones of the same. */
    String subject() {
        return type + ' ' + key;
    }
}
