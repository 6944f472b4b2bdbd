package io.sirenorder.gateway.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sirenorder.contracts.Recipient;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A message on its way to a recipient's sockets: the frame as its service wrote it, and the little that the gateway
 * has to know of it.
 *
 * @param key what it is about: acknowledgements name it
 * @param json the frame without its position
 * @param sentAt when its service made it, epoch milliseconds
 */
public record Push(
        Recipient recipient,
        MailboxPosition position,
        boolean toBeAcked,
        boolean superseded,
        String key,
        String json,
        String type,
        long sentAt) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads a header ("flags key") and a frame. */
    public static Push of(Recipient recipient, MailboxPosition position, String header, String json) {
        int space = header.indexOf(' ');
        String flags = header.substring(0, space);
        String type = "";
        long sentAt = position.millis();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("t")) {
                    type = parser.getText();
                } else if (field.equals("ts")) {
                    sentAt = parser.getLongValue();
                } else if (field.equals("d")) {
                    break; // services write the head first
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not a frame", e);
        }
        boolean toBeAcked = flags.indexOf('a') >= 0;
        boolean superseded = flags.indexOf('s') >= 0;
        return new Push(recipient, position, toBeAcked, superseded, header.substring(space + 1), json, type, sentAt);
    }

    /** The frame as it goes down a socket that has received up to there. */
    public String frame(StreamPosition reached) {
        return "{\"pos\":\"" + reached.pos() + "\"," + json.substring(1);
    }

    /** The newest message of a subject stands for the older ones of the same. */
    String subject() {
        return type + ' ' + key;
    }
}
