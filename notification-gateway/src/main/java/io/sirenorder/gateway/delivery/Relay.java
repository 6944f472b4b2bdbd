package io.sirenorder.gateway.delivery;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.session.MailboxPosition;
import io.sirenorder.gateway.session.Push;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.Sessions;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Passes what comes over the channels to the sockets that it is for. Most of it is for sockets of other nodes, so that
 * no more is read of a message than its recipient before it is dropped.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final byte SPACE = ' ';
    private static final int LONGEST_RECIPIENT = 80;

    private final Sessions sessions;
    private final SubscriptionMetrics metrics;

    Relay(Sessions sessions, SubscriptionMetrics metrics) {
        this.sessions = sessions;
        this.metrics = metrics;
    }

    /** {@code recipient pos flags key json}. */
    void pass(Buffer message) {
        int end = indexOfSpace(message);
        if (end < 0) {
            metrics.unreadable();
            LOG.error("A message without a recipient was published");
            return;
        }
        String recipient = message.getString(0, end, "US-ASCII");
        List<Session> listeners = sessions.of(recipient);
        if (listeners.isEmpty()) {
            metrics.foreign();
        } else {
            deliver(recipient, message.getString(end + 1, message.length(), StandardCharsets.UTF_8.name()), listeners);
        }
    }

    private void deliver(String recipient, String rest, List<Session> listeners) {
        Push push;
        try {
            push = read(recipient, rest);
        } catch (RuntimeException e) {
            metrics.unreadable();
            LOG.errorf("An unreadable message was published for %s: %s", recipient, e);
            return;
        }
        listeners.forEach(session -> session.receive(push));
    }

    private static Push read(String recipient, String rest) {
        int afterPosition = rest.indexOf(' ');
        int afterFlags = rest.indexOf(' ', afterPosition + 1);
        int afterKey = rest.indexOf(' ', afterFlags + 1);
        return Push.of(
                Recipient.fromString(recipient),
                MailboxPosition.ofEntry(rest.substring(0, afterPosition)),
                rest.substring(afterPosition + 1, afterKey),
                rest.substring(afterKey + 1));
    }

    private static int indexOfSpace(Buffer message) {
        int limit = Math.min(message.length(), LONGEST_RECIPIENT);
        for (int i = 0; i < limit; i++) {
            if (message.getByte(i) == SPACE) {
                return i;
            }
        }
        return -1;
    }
}
