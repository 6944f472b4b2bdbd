package io.sirenorder.local.identity;

import io.sirenorder.contracts.BuyerId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What stands for a log-in with Kakao or the like in the local stack: whoever names an e-mail address is its owner. Also
 * the issuers' keys and their OpenID discovery.
 */
public final class DevIssuerApi {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final int LONGEST_NICKNAME = 40;
    private static final int LARGEST_BODY = 4_096;

    private final Issuers issuers;

    public DevIssuerApi(Issuers issuers) {
        this.issuers = issuers;
    }

    /** Answers whatever begins with {@code /dev}. */
    public void serve(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.POST) && request.path().equals("/dev/buyers")) {
            request.body().onSuccess(body -> signIn(request, body.length() > LARGEST_BODY ? "" : body.toString()));
        } else if (request.method().equals(HttpMethod.POST) && request.path().equals("/dev/operators")) {
            created(request, new JsonObject().put("accessToken", operatorToken()));
        } else {
            publish(request);
        }
    }

    private String operatorToken() {
        return issuers.operators().token("local-operator", LIFE, Map.of());
    }

    private void signIn(HttpServerRequest request, String body) {
        try {
            JsonObject wish = new JsonObject(body.isEmpty() ? "{}" : body);
            String email = text(wish, "email", "");
            String nickname = text(wish, "nickname", "손님");
            if (EMAIL.matcher(email).matches() && !nickname.isBlank() && nickname.length() <= LONGEST_NICKNAME) {
                created(request, buyer(email, nickname));
                return;
            }
        } catch (DecodeException | ClassCastException notWhatWeRead) {
            answerProblem(request, "The body is not {\"email\", \"nickname\"}: " + notWhatWeRead.getMessage());
            return;
        }
        answerProblem(request, "email must be an address, nickname have 1 to " + LONGEST_NICKNAME + " characters");
    }

    private static String text(JsonObject wish, String name, String absent) {
        return Objects.requireNonNullElse(wish.getString(name), absent).strip();
    }

    private JsonObject buyer(String email, String nickname) {
        String subject = subjectOf(email);
        Map<String, Object> claims = Map.of("email", email, "email_verified", true, "nickname", nickname);
        return new JsonObject()
                .put("buyerId", BuyerId.of(issuers.buyers().url(), subject).toString())
                .put("accessToken", issuers.buyers().token(subject, LIFE, claims));
    }

    /** The same person each time, whoever they are. */
    private static String subjectOf(String email) {
        return UUID.nameUUIDFromBytes(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void publish(HttpServerRequest request) {
        String[] step = request.path().split("/", 5);
        Optional<Issuer> issuer = step.length == 5 ? issuers.named(step[3]) : Optional.empty();
        if (issuer.isPresent() && step[4].equals("jwks")) {
            answer(request, 200, "application/json", issuer.get().keySet());
        } else if (issuer.isPresent() && step[4].equals(".well-known/openid-configuration")) {
            answer(request, 200, "application/json", discovery(issuer.get()).encode());
        } else {
            answer(request, 404, "application/problem+json", problem(404, "not-found", "Nothing is here."));
        }
    }

    private static JsonObject discovery(Issuer issuer) {
        return new JsonObject().put("issuer", issuer.url()).put("jwks_uri", issuer.url() + "/jwks");
    }

    private static void created(HttpServerRequest request, JsonObject body) {
        answer(request, 201, "application/json", body.encode());
    }

    private static void answerProblem(HttpServerRequest request, String detail) {
        answer(request, 400, "application/problem+json", problem(400, "invalid-request", detail));
    }

    private static String problem(int status, String slug, String detail) {
        return new JsonObject()
                .put("type", "https://sirenorder.io/problems/" + slug)
                .put("code", slug)
                .put("title", slug.replace('-', ' '))
                .put("status", status)
                .put("detail", detail)
                .encode();
    }

    private static void answer(HttpServerRequest request, int status, String type, String body) {
        request.response().setStatusCode(status).putHeader("Content-Type", type).end(body);
    }
}
