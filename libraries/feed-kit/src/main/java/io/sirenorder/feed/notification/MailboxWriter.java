package io.sirenorder.feed.notification;

import io.sirenorder.feed.bell.RedisConnectionSlot;
import io.sirenorder.feed.bell.RedisConnectionSlots;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts letters into mailboxes in order, each exactly once per recipient as long as Redis keeps its memory. */
@ApplicationScoped
class MailboxWriter {
    /** All of a recipient's keys share a hash tag, so that this is one step on a cluster too. */
    static final String SCRIPT = """
            local to, channel, flags, key, frame = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
            if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[6]) then return 0 end
            local pos = redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[7], '*', 'h', flags .. ' ' .. key, 'j', frame)
            redis.call('EXPIRE', KEYS[2], ARGV[6])
            redis.call('SET', KEYS[3], pos, 'EX', ARGV[8])
            redis.call('PUBLISH', channel, to .. ' ' .. pos .. ' ' .. flags .. ' ' .. key .. ' ' .. frame)
            return 1
            """;

    private static final int TIMEOUT_MILLIS = 2_000;

    private final RedisConnectionSlot line;

    MailboxWriter(RedisConnectionSlots lines) {
        this.line = lines.lay();
    }

    /** The script is loaded ahead in the same pipeline: after a flush or a restart Redis doesn't know it any more. */
    Uni<Void> send(List<MailboxEntry> letters) {
        return Uni.createFrom()
                .completionStage(() ->
                        line.use(TIMEOUT_MILLIS, redis -> post(redis, letters)).toCompletionStage())
                .replaceWithVoid();
    }

    private static Future<List<Response>> post(RedisConnection redis, List<MailboxEntry> letters) {
        return redis.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(SCRIPT))
                .compose(sha -> redis.batch(letters.stream()
                        .map(letter -> letter.request(sha.toString()))
                        .toList()));
    }
}
