package io.sirenorder.kubernetes;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A user of Redis on a connection of its own. */
final class RedisUser implements AutoCloseable {
    static final String ADMINISTRATOR = "the-administrator-of-this-test";
    private static final Pattern PLACE = Pattern.compile("#([a-z]+)-password");
    private static final int PATIENCE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private final String url;
    private RedisConnection connection;

    private RedisUser(String url) {
        this.url = url;
    }

    static RedisUser with(int port, String name, String password) {
        return new RedisUser("redis://" + name + ":" + password + "@127.0.0.1:" + port);
    }

    static RedisUser nobody(int port) {
        return new RedisUser("redis://127.0.0.1:" + port);
    }

    static RedisUser administrator(int port) {
        return with(port, "default", ADMINISTRATOR);
    }

    static String passwordOf(String name) {
        return "of-" + name + "-in-this-test";
    }

    /** The file as a cluster gets it, but for an administrator whom the embedded server's own start needs. */
    static String file() {
        String rules = Repository.text(Repository.KUBERNETES.resolve("redis/users.acl"));
        return PLACE.matcher(rules)
                .replaceAll(place -> "#" + sha256(passwordOf(place.group(1))))
                .replace("user default off", "user default on >" + ADMINISTRATOR + " ~* &* +@all");
    }

    /** Redis' answer as text; fails as Redis does. */
    String send(String... words) {
        try {
            if (connection == null) {
                connection = await(Redis.createClient(vertx, url).connect());
            }
            Request request = Request.cmd(Command.create(words[0]));
            for (int i = 1; i < words.length; i++) {
                request.arg(words[i]);
            }
            Response response = await(connection.send(request));
            return response == null ? "nothing" : response.toString();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
    }

    /** Whether this user may listen there: the client gives no answer to it, so the server is asked. */
    boolean hears(String subscribe, String channel, RedisUser administrator) {
        administrator.send("ACL", "LOG", "RESET");
        send(subscribe, channel);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            if (!administrator.send("PUBSUB", "NUMSUB", channel).endsWith("0]")) {
                return true;
            }
            if (!"[]".equals(administrator.send("ACL", "LOG"))) {
                return false;
            }
        }
        throw new IllegalStateException(subscribe + " " + channel + " is neither done nor refused");
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
