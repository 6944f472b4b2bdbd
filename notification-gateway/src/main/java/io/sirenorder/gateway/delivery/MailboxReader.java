package io.sirenorder.gateway.delivery;

import static io.vertx.redis.client.Command.GET;
import static io.vertx.redis.client.Command.SET;
import static io.vertx.redis.client.Command.XRANGE;
import static io.vertx.redis.client.Command.XREVRANGE;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.gateway.redis.RedisPipeline;
import io.sirenorder.gateway.session.MailboxPosition;
import io.sirenorder.gateway.session.Push;
import io.sirenorder.gateway.session.StreamPosition;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The short streams in which Redis remembers what was published. */
@ApplicationScoped
class MailboxReader {
    private static final boolean NEWEST_FIRST = true;
    /** Streams are trimmed roughly, and may be longer than they have to be. */
    private static final int MOST = 4 * Mailbox.LENGTH;

    private final RedisPipeline redis;
    private final Clock clock;

    MailboxReader(RedisPipeline redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** The newest of each, in one round trip. */
    Uni<MailboxHistories> read(List<Recipient> recipients) {
        return read(recipients, recipients.stream().map(MailboxReader::newest).toList(), NEWEST_FIRST);
    }

    /** The entries of each mailbox from a position on, in one round trip. */
    Uni<MailboxHistories> readSince(List<Recipient> recipients, StreamPosition reached) {
        List<Request> streams = new ArrayList<>();
        for (int i = 0; i < recipients.size(); i++) {
            streams.add(since(recipients.get(i), reached.positions().get(i)));
        }
        return read(recipients, streams, !NEWEST_FIRST);
    }

    private Uni<MailboxHistories> read(List<Recipient> recipients, List<Request> streams, boolean newestFirst) {
        List<Request> requests = new ArrayList<>();
        requests.add(Request.cmd(SET)
                .arg(Mailbox.EPOCH_KEY)
                .arg(UUID.randomUUID().toString())
                .arg("NX"));
        requests.add(Request.cmd(GET).arg(Mailbox.EPOCH_KEY));
        recipients.forEach(recipient -> requests.add(Request.cmd(GET).arg(new Mailbox(recipient).topKey())));
        requests.addAll(streams);
        long readAt = clock.instant().toEpochMilli();
        return redis.send(requests).map(answers -> history(recipients, answers, newestFirst, readAt));
    }

    private static Request newest(Recipient recipient) {
        return Request.cmd(XREVRANGE)
                .arg(new Mailbox(recipient).streamKey())
                .arg("+")
                .arg("-")
                .arg("COUNT")
                .arg(MOST);
    }

    private static Request since(Recipient recipient, MailboxPosition reached) {
        return Request.cmd(XRANGE)
                .arg(new Mailbox(recipient).streamKey())
                .arg(reached.empty() ? "-" : reached.toString())
                .arg("+")
                .arg("COUNT")
                .arg(MOST);
    }

    private static MailboxHistories history(
            List<Recipient> recipients, List<Response> answers, boolean newestFirst, long readAt) {
        List<MailboxHistory> mailboxes = new ArrayList<>();
        for (int i = 0; i < recipients.size(); i++) {
            Response top = answers.get(2 + i);
            List<Push> entries = pushes(recipients.get(i), answers.get(2 + recipients.size() + i));
            if (newestFirst) {
                Collections.reverse(entries);
            }
            mailboxes.add(
                    new MailboxHistory(entries, top == null ? null : MailboxPosition.ofEntry(top.toString()), readAt));
        }
        return new MailboxHistories(answers.get(1).toString(), mailboxes);
    }

    private static List<Push> pushes(Recipient recipient, Response entries) {
        List<Push> pushes = new ArrayList<>();
        entries.forEach(entry -> pushes.add(push(recipient, entry)));
        return pushes;
    }

    /** An entry is its id and its fields, names and values in turn (a map with Redis protocol 3 would be the same). */
    private static Push push(Recipient recipient, Response entry) {
        Response fields = entry.get(1);
        return Push.of(
                recipient,
                MailboxPosition.ofEntry(entry.get(0).toString()),
                field(fields, "h").toString(),
                field(fields, "j").toBytes(),
                0);
    }

    private static Response field(Response fields, String name) {
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).toString().equals(name)) {
                return fields.get(i + 1);
            }
        }
        throw new IllegalStateException("an entry without " + name);
    }
}
