package io.sirenorder.payment.portone.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.payment.portone.PortOneAnswer;
import io.sirenorder.payment.portone.PortOneConfig;
import io.sirenorder.payment.portone.PortOneHttp;
import io.sirenorder.payment.portone.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** Calls V1 with a token, and once more with a new one when that token is refused. */
final class V1Session {
    private final PortOneHttp http;
    private final V1Token token;

    V1Session(Vertx vertx, PortOneConfig config, Clock clock) {
        this.http = new PortOneHttp(vertx, config.v1().apiUrl(), config);
        Secret secret = Secret.of(config.v1().impSecret(), config.v1().impSecretFile());
        this.token = new V1Token(http, config.v1().impKey().orElse(""), secret, clock);
    }

    Uni<PortOneAnswer> get(String path) {
        return authorised(headers -> http.get(path, headers));
    }

    Uni<PortOneAnswer> post(String path, JsonNode body) {
        return authorised(headers -> http.post(path, headers, body));
    }

    private Uni<PortOneAnswer> authorised(Function<Map<String, String>, Uni<PortOneAnswer>> call) {
        return once(call)
                .chain(answer ->
                        answer.status() == 401 ? once(call) : Uni.createFrom().item(answer))
                .invoke(answer -> {
                    if (answer.status() == 401) {
                        throw answer.unclear("V1");
                    }
                });
    }

    /** Resumes on the caller's context: a shared token arrives on the context of its first caller. */
    private Uni<PortOneAnswer> once(Function<Map<String, String>, Uni<PortOneAnswer>> call) {
        return CallerContext.after(token.get())
                .chain(text -> call.apply(Map.of("Authorization", "Bearer " + text))
                        .invoke(answer -> {
                            if (answer.status() == 401) {
                                token.refused(text);
                            }
                        }));
    }
}
