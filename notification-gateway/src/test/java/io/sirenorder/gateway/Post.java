package io.sirenorder.gateway;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Publishes as services do, and looks into Redis. */
@Singleton
public class Post {
    private static final String SCRIPT = """
            local pos = redis.call('XADD', KEYS[1], 'MAXLEN', '~', 64, '*', 'h', ARGV[3], 'j', ARGV[4])
            redis.call('EXPIRE', KEYS[1], 600)
            redis.call('SET', KEYS[2], pos, 'EX', 86400)
            redis.call('PUBLISH', ARGV[2], ARGV[1] .. ' ' .. pos .. ' ' .. ARGV[3] .. ' ' .. ARGV[4])
            return pos""";

    private final Redis redis;

    Post(Redis redis) {
        this.redis = redis;
    }

    /** Something to be acknowledged. */
    public String order(Recipient to, String order) {
        return publish(to, "a", "order:" + order, "order.placed", "{\"orderId\":\"" + order + "\"}");
    }

    /** Something of which the newest counts. */
    public String status(Recipient to, String order, String d) {
        return publish(to, "s", "order:" + order, "order.status", d);
    }

    public String publish(Recipient to, String flags, String key, String type, String d) {
        Mailbox mailbox = new Mailbox(to);
        String frame = "{\"t\":\"%s\",\"id\":\"%s\",\"ts\":%d%s,\"d\":%s}"
                .formatted(
                        type,
                        UUID.randomUUID(),
                        System.currentTimeMillis(),
                        flags.contains("a") ? ",\"ack\":true" : "",
                        d);
        return call(Request.cmd(Command.EVAL)
                        .arg(SCRIPT)
                        .arg(2)
                        .arg(mailbox.streamKey())
                        .arg(mailbox.topKey())
                        .arg(to.value())
                        .arg(mailbox.channel())
                        .arg(flags + " " + key)
                        .arg(frame))
                .toString();
    }

    public Response call(Request request) {
        try {
            return redis.send(request).toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
