package io.sirenorder.payment.portone.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.payment.portone.PortOneAnswer;
import io.sirenorder.payment.portone.PortOneHttp;
import io.sirenorder.payment.portone.Secret;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** V1's access token: kept while it lives, renewed in its last minute, asked for once however many need it. */
final class V1Token {
    private static final long LAST_MINUTE = 60;

    private record Token(String text, Instant renewAt) {}

    private final PortOneHttp http;
    private final String key;
    private final Secret secret;
    private final Clock clock;
    private final AtomicReference<Token> current = new AtomicReference<>();
    private final AtomicReference<Uni<String>> inFlight = new AtomicReference<>();

    V1Token(PortOneHttp http, String key, Secret secret, Clock clock) {
        this.http = http;
        this.key = key;
        this.secret = secret;
        this.clock = clock;
    }

    Uni<String> get() {
        return Uni.createFrom().deferred(() -> {
            Token token = current.get();
            boolean isGood = token != null && clock.instant().isBefore(token.renewAt());
            return isGood ? Uni.createFrom().item(token.text()) : refresh();
        });
    }

    /** PortOne refused this one: the next caller asks for another. */
    void refused(String text) {
        current.updateAndGet(token -> token != null && token.text().equals(text) ? null : token);
    }

    private Uni<String> refresh() {
        Uni<String> mine = Uni.createFrom()
                .deferred(this::ask)
                .onTermination()
                .invoke(() -> inFlight.set(null))
                .memoize()
                .indefinitely();
        Uni<String> first = inFlight.compareAndExchange(null, mine);
        return first == null ? mine : first;
    }

    private Uni<String> ask() {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("imp_key", key).put("imp_secret", secret.one());
        return http.post("/users/getToken", Map.of(), body).map(this::keep);
    }

    private String keep(PortOneAnswer answer) {
        if (!answer.isOk() || answer.body().path("code").asInt(-1) != 0) {
            throw answer.unclear("token");
        }
        JsonNode token = answer.body().path("response");
        long life = token.path("expired_at").asLong() - token.path("now").asLong();
        Instant renewAt = clock.instant().plusSeconds(life - LAST_MINUTE);
        current.set(new Token(token.path("access_token").asText(), renewAt));
        return token.path("access_token").asText();
    }
}
