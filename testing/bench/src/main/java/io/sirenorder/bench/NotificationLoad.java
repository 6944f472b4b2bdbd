package io.sirenorder.bench;

import io.sirenorder.client.Json;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Notifications of changed orders, put into mailboxes as services put them, at a steady rate. */
final class NotificationLoad {
    private static final int MOST_WAITING = 100_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int ABSENT = 5_000;
    private static final int BATCH = 500;
    private static final String FLAGS = "s";

    private final RedisConnection redis;
    private final String script;

    NotificationLoad(Vertx vertx, String address) {
        RedisOptions options = new RedisOptions().setConnectionString(address).setMaxWaitingHandlers(MOST_WAITING);
        this.redis = Blocking.get(Redis.createClient(vertx, options).connect());
        this.script = Blocking.get(
                        redis.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(Mailbox.SCRIPT)))
                .toString();
    }

    /** Sends one to each, in order, at the given rate per second; ends when Redis has taken the last. */
    void send(PushServer server, List<HeldSocket> to, int rate) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long start = System.nanoTime();
        int sent = 0;
        while (sent < to.size()) {
            int due = (int) Math.min(to.size(), 1 + (System.nanoTime() - start) * rate / 1_000_000_000L);
            List<Request> batch = new ArrayList<>();
            while (sent < due) {
                String recipient = to.get(sent++).recipient();
                batch.add(delivery(server.channelOf(recipient), recipient));
            }
            if (!batch.isEmpty()) {
                redis.batch(batch).onFailure(failure::set);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        Response unused = Blocking.get(redis.send(Request.cmd(Command.PING)));
        if (failure.get() != null) {
            throw new IllegalStateException("Redis takes no notifications", failure.get());
        }
    }

    /**
     * Sends to recipients that are connected nowhere, as fast as Redis takes them.
     *
     * @return seconds
     */
    double sendToAbsent(int number) {
        List<String> recipients = IntStream.range(0, ABSENT)
                .mapToObj(n -> "buyer:" + UUID.randomUUID())
                .toList();
        long start = System.nanoTime();
        for (int sent = 0; sent < number; sent += BATCH) {
            List<Request> batch = new ArrayList<>();
            for (int i = sent; i < Math.min(number, sent + BATCH); i++) {
                String recipient = recipients.get(i % ABSENT);
                batch.add(delivery(new Mailbox(Recipient.fromString(recipient)).channel(), recipient));
            }
            List<Response> unused = Blocking.get(redis.batch(batch));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Request delivery(String channel, String recipient) {
        Mailbox mailbox = new Mailbox(Recipient.fromString(recipient));
        String id = UUID.randomUUID().toString();
        String order = UUID.randomUUID().toString();
        return Request.cmd(Command.EVALSHA)
                .arg(script)
                .arg(3)
                .arg(mailbox.seenKey(id))
                .arg(mailbox.streamKey())
                .arg(mailbox.topKey())
                .arg(recipient)
                .arg(channel)
                .arg(FLAGS)
                .arg("order:" + order)
                .arg(frame(id, order))
                .arg(Mailbox.SECONDS)
                .arg(Mailbox.LENGTH)
                .arg(Mailbox.TOP_SECONDS);
    }

    private static String frame(String id, String order) {
        var frame = Json.object().put("t", "order.status").put("id", id).put("ts", System.currentTimeMillis());
        frame.putObject("d")
                .put("orderId", order)
                .put("ticketNumber", 117)
                .put("status", "ACCEPTED")
                .put("storeName", "사이렌 강남점")
                .put("readyAt", "2026-01-05T03:04:05.678901Z")
                .put("minutes", 8);
        return frame.toString();
    }
}
