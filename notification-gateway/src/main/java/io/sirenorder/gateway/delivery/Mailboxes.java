package io.sirenorder.gateway.delivery;

import static io.vertx.redis.client.Command.GET;
import static io.vertx.redis.client.Command.SET;
import static io.vertx.redis.client.Command.XREVRANGE;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.gateway.redis.RedisLine;
import io.sirenorder.gateway.session.Position;
import io.sirenorder.gateway.session.Push;
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
class Mailboxes {
    private static final int REQUESTS_PER_RECIPIENT = 2;

    private final RedisLine redis;
    private final Clock clock;

    Mailboxes(RedisLine redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** In one round trip. */
    Uni<Mail> read(List<Recipient> recipients) {
        List<Request> requests = new ArrayList<>();
        requests.add(Request.cmd(SET)
                .arg(Mailbox.EPOCH_KEY)
                .arg(UUID.randomUUID().toString())
                .arg("NX"));
        requests.add(Request.cmd(GET).arg(Mailbox.EPOCH_KEY));
        for (Recipient recipient : recipients) {
            Mailbox mailbox = new Mailbox(recipient);
            requests.add(Request.cmd(GET).arg(mailbox.topKey()));
            requests.add(Request.cmd(XREVRANGE)
                    .arg(mailbox.streamKey())
                    .arg("+")
                    .arg("-")
                    .arg("COUNT")
                    .arg(Mailbox.LENGTH + 1));
        }
        long readAt = clock.instant().toEpochMilli();
        return redis.send(requests).map(answers -> mail(recipients, answers, readAt));
    }

    private static Mail mail(List<Recipient> recipients, List<Response> answers, long readAt) {
        List<Response> rest = answers.subList(2, answers.size());
        List<Letters> letters = new ArrayList<>();
        for (int i = 0; i < recipients.size(); i++) {
            Response top = rest.get(i * REQUESTS_PER_RECIPIENT);
            Response entries = rest.get(i * REQUESTS_PER_RECIPIENT + 1);
            letters.add(new Letters(
                    pushes(recipients.get(i), entries), top == null ? null : Position.ofEntry(top.toString()), readAt));
        }
        return new Mail(answers.get(1).toString(), letters);
    }

    private static List<Push> pushes(Recipient recipient, Response newestFirst) {
        List<Push> pushes = new ArrayList<>();
        newestFirst.forEach(entry -> pushes.add(push(recipient, entry)));
        Collections.reverse(pushes);
        return pushes;
    }

    /** An entry is its id and its fields, names and values in turn (a map with Redis protocol 3 would be the same). */
    private static Push push(Recipient recipient, Response entry) {
        Response fields = entry.get(1);
        return Push.of(recipient, Position.ofEntry(entry.get(0).toString()), field(fields, "h"), field(fields, "j"));
    }

    private static String field(Response fields, String name) {
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).toString().equals(name)) {
                return fields.get(i + 1).toString();
            }
        }
        throw new IllegalStateException("an entry without " + name);
    }
}
