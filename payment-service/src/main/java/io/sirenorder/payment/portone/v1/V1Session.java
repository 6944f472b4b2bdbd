package io.sirenorder.payment.portone.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOneAnswer;
import io.sirenorder.payment.portone.PortOneHttp;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** Calls V1 with a token, and once more with a new one when that token is refused. */
final class V1Session {
    private final PortOneHttp http;
    private final V1Token token;
    private final String tier;

    V1Session(PortOneHttp http, PortOneAccount.V1 access, Clock clock) {
        this.http = http;
        this.token = new V1Token(http, access.impKey(), access.impSecret(), clock);
        this.tier = access.tier();
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

    private Map<String, String> headers(String text) {
        String authorization = "Bearer " + text;
        return tier == null
                ? Map.of("Authorization", authorization)
                : Map.of("Authorization", authorization, "Tier", tier);
    }

    /** Resumes on the caller's context: a shared token arrives on the context of its first caller. */
    private Uni<PortOneAnswer> once(Function<Map<String, String>, Uni<PortOneAnswer>> call) {
        return CallerContext.after(token.get())
                .chain(text -> call.apply(headers(text)).invoke(answer -> {
                    if (answer.status() == 401) {
                        token.refused(text);
                    }
                }));
    }
}
