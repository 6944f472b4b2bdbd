package io.sirenorder.feed.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.feed.Envelope;
import io.sirenorder.kit.json.Tolerant;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * One notification as it goes into a mailbox.
 *
 * @param id its id for the recipient, the same however often it is sent
 * @param stale whether it is older than a mailbox keeps
 */
record MailboxEntry(String id, Mailbox mailbox, String flags, String key, String frame, boolean stale) {

    static MailboxEntry of(Notification notification, String id, Envelope cause, boolean stale) {
        ServerMessage message = notification.message();
        Mailbox mailbox = new Mailbox(notification.to());
        return new MailboxEntry(id, mailbox, flags(message), message.key(), frame(message, id, cause), stale);
    }

    private static String flags(ServerMessage message) {
        String flags = (message.needsAck() ? "a" : "") + (message.isSuperseded() ? "s" : "");
        return flags.isEmpty() ? "-" : flags;
    }

    private static String frame(ServerMessage message, String id, Envelope cause) {
        ObjectNode frame = Tolerant.mapper().createObjectNode();
        frame.put("t", message.type()).put("id", id).put("ts", cause.at().toEpochMilli());
        if (message.needsAck()) {
            frame.put("ack", true);
        }
        frame.set("d", Tolerant.mapper().valueToTree(message));
        try {
            return Tolerant.mapper().writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a message that can't be written: " + message.type(), e);
        }
    }

    /**
     * The call of {@link Mailbox#SCRIPT} that sends it. A stale one empties the mailbox instead: its reader can't resume
     * over the gap then, and loads the state over REST.
     */
    Request request(String script) {
        return stale ? Request.cmd(Command.DEL).arg(mailbox.streamKey()).arg(mailbox.topKey()) : delivery(script);
    }

    private Request delivery(String script) {
        return Request.cmd(Command.EVALSHA)
                .arg(script)
                .arg(3)
                .arg(mailbox.seenKey(id))
                .arg(mailbox.streamKey())
                .arg(mailbox.topKey())
                .arg(mailbox.recipient().value())
                .arg(mailbox.channel())
                .arg(flags)
                .arg(key)
                .arg(frame)
                .arg(Mailbox.SECONDS)
                .arg(Mailbox.LENGTH)
                .arg(Mailbox.TOP_SECONDS);
    }
}
