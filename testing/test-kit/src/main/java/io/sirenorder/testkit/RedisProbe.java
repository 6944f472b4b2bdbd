package io.sirenorder.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the Redis of the tests without the service. */
public final class RedisProbe {
    private RedisProbe() {}

    /** The frames that were published for a recipient, oldest first, each with its position as {@code pos}. */
    public static List<JsonNode> mail(Recipient recipient) {
        Object entries = command("XRANGE", new Mailbox(recipient).streamKey(), "-", "+");
        return list(entries).stream().map(RedisProbe::frame).toList();
    }

    private static JsonNode frame(Object entry) {
        List<?> idAndFields = list(entry);
        List<?> fields = list(idAndFields.get(1));
        ObjectNode frame = (ObjectNode) Json.read((String) fields.get(fields.indexOf("j") + 1));
        String id = (String) idAndFields.get(0);
        return frame.put("pos", Long.parseLong(id.substring(0, id.indexOf('-'))));
    }

    /** Loses everything, as a restarted Redis does. */
    public static void flush() {
        command("FLUSHALL");
    }

    /** Any command's reply: a text, a {@link Long}, null or a list of those. */
    public static Object command(String... words) {
        try (RespClient line = new RespClient(TestServers.redis().port())) {
            return line.ask(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(Object reply) {
        return (List<?>) reply;
    }
}
