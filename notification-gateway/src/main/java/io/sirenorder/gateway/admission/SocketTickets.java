package io.sirenorder.gateway.admission;

import static io.vertx.redis.client.Command.GETDEL;
import static io.vertx.redis.client.Command.SET;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sirenorder.gateway.redis.RedisPipeline;
import io.sirenorder.gateway.session.Principal;
import io.sirenorder.kit.digest.Digests;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.sirenorder.kit.problem.Unauthorized;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * One-time passes for clients that cannot set headers: what stands in an address may end up in a log, so it is worth
 * nothing after its first use or half a minute. Redis knows them by their hash only.
 */
@ApplicationScoped
class SocketTickets {
    static final Duration LIFE = Duration.ofSeconds(30);
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();
    private final RedisPipeline redis;

    SocketTickets(RedisPipeline redis) {
        this.redis = redis;
    }

    Uni<String> issue(Principal principal) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String ticket = text(secret);
        Request keep = Request.cmd(SET)
                .arg(key(ticket))
                .arg(write(principal))
                .arg("NX")
                .arg("EX")
                .arg(LIFE.toSeconds());
        return redis.send(keep).onFailure().transform(NeighbourUnavailable::new).replaceWith(ticket);
    }

    /** Fails with {@link Unauthorized} if it was never given, has been used, or is too old. */
    Uni<Principal> redeem(String ticket) {
        if (!FORM.matcher(ticket).matches()) {
            return Uni.createFrom().failure(new Unauthorized());
        }
        return redis.send(Request.cmd(GETDEL).arg(key(ticket)))
                .onFailure()
                .transform(NeighbourUnavailable::new)
                .onItem()
                .ifNull()
                .failWith(Unauthorized::new)
                .map(SocketTickets::read);
    }

    private static String write(Principal principal) {
        try {
            return Tolerant.mapper().writeValueAsString(principal);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a principal can be written", e);
        }
    }

    private static Principal read(Response kept) {
        try {
            return Tolerant.mapper().readValue(kept.toString(), Principal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private static String key(String ticket) {
        return "ws-ticket:" + text(Digests.sha256(ticket));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
