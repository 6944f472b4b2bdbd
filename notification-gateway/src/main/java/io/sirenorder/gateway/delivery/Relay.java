package io.sirenorder.gateway.delivery;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.session.MailboxPosition;
import io.sirenorder.gateway.session.Push;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.Sessions;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Passes what comes over the channels to the sockets that it is for. Most of it is for sockets of other nodes, so that
 * no more is read of a message than its recipient before it is dropped.
 */
@Singleton
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
    void pass(byte[] message) {
        int end = indexOfSpace(message, 0, LONGEST_RECIPIENT);
        if (end < 0) {
            metrics.unreadable();
            LOG.error("A message without a recipient was published");
            return;
        }
        String recipient = new String(message, 0, end, StandardCharsets.US_ASCII);
        List<Session> listeners = sessions.of(recipient);
        if (listeners.isEmpty()) {
            metrics.foreign();
        } else {
            deliver(recipient, message, end + 1, listeners);
        }
    }

    private void deliver(String recipient, byte[] message, int from, List<Session> listeners) {
        Push push;
        try {
            push = read(listeners.get(0).recipient(recipient), message, from);
        } catch (RuntimeException e) {
            metrics.unreadable();
            LOG.errorf("An unreadable message was published for %s: %s", recipient, e);
            return;
        }
        for (Session session : listeners) {
            session.receive(push);
        }
    }

    private static Push read(Recipient recipient, byte[] message, int from) {
        int afterPosition = indexOfSpace(message, from, message.length);
        int afterFlags = indexOfSpace(message, afterPosition + 1, message.length);
        int afterKey = indexOfSpace(message, afterFlags + 1, message.length);
        return Push.of(
                recipient,
                MailboxPosition.ofEntry(text(message, from, afterPosition)),
                text(message, afterPosition + 1, afterKey),
                message,
                afterKey + 1);
    }

    private static String text(byte[] message, int from, int to) {
        return new String(message, from, to - from, StandardCharsets.UTF_8);
    }

    private static int indexOfSpace(byte[] message, int from, int limit) {
        for (int i = from; i < Math.min(message.length, limit); i++) {
            if (message[i] == SPACE) {
                return i;
            }
        }
        return -1;
    }
}
