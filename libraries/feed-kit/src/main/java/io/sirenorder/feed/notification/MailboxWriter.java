package io.sirenorder.feed.notification;

import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.feed.bell.RedisConnectionSlot;
import io.sirenorder.feed.bell.RedisConnectionSlots;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts notifications into mailboxes in order, each once per recipient as long as Redis keeps its memory. */
@ApplicationScoped
class MailboxWriter {
    private static final String SHA = sha(Mailbox.SCRIPT);
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final String NO_SCRIPT = "NOSCRIPT";
    /** Answers that say something about the server's state and nothing about the notification. */
    private static final Set<String> PASSING = Set.of(
            NO_SCRIPT,
            "LOADING",
            "READONLY",
            "MASTERDOWN",
            "CLUSTERDOWN",
            "TRYAGAIN",
            "BUSY",
            "OOM",
            "MISCONF",
            "NOREPLICAS",
            "NOAUTH",
            "MOVED",
            "ASK");

    private final RedisConnectionSlot connection;

    MailboxWriter(RedisConnectionSlots connections) {
        this.connection = connections.slot();
    }

    /**
     * Sends them in one pipeline; what was sent before is not sent twice. Fails while Redis is away.
     *
     * @return those that Redis refused
     */
    Uni<List<MailboxEntry>> send(List<MailboxEntry> entries) {
        return Uni.createFrom()
                .completionStage(() -> connection
                        .use(
                                TIMEOUT_MILLIS,
                                redis -> post(redis, entries)
                                        .recover(failure -> isNoScript(failure)
                                                ? load(redis).compose(loaded -> post(redis, entries))
                                                : Future.failedFuture(failure)))
                        .toCompletionStage());
    }

    private static Future<List<MailboxEntry>> post(RedisConnection redis, List<MailboxEntry> entries) {
        List<Future<Boolean>> answers =
                entries.stream().map(entry -> post(redis, entry)).toList();
        return Future.join(answers)
                .map(all -> IntStream.range(0, entries.size())
                        .filter(n -> !answers.get(n).result())
                        .mapToObj(entries::get)
                        .toList());
    }

    private static Future<Boolean> post(RedisConnection redis, MailboxEntry entry) {
        return redis.send(entry.request(SHA))
                .map(true)
                .recover(failure -> isRefusal(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** After a restart or a flush Redis does not know the script any more. */
    private static Future<Response> load(RedisConnection redis) {
        return redis.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(Mailbox.SCRIPT));
    }

    private static boolean isNoScript(Throwable failure) {
        return failure instanceof ErrorType error && NO_SCRIPT.equals(word(error));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ErrorType error && !PASSING.contains(word(error));
    }

    private static String word(ErrorType error) {
        return String.valueOf(error.getMessage()).split(" ", 2)[0];
    }

    private static String sha(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
