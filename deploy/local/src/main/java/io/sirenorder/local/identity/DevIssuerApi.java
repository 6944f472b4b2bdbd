package io.sirenorder.local.identity;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.embedded.Issuer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The stand-in for a log-in with Kakao or the like in the local stack: an address is believed. A call brings a token at
 * once ({@code POST /dev/buyers}, {@code POST /dev/operators}); pages use the issuers' code flow instead.
 */
public final class DevIssuerApi {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final int LARGEST_BODY = 4_096;

    private final Issuers issuers;
    private final Map<String, IssuerApi> byName;

    public DevIssuerApi(Issuers issuers) {
        this.issuers = issuers;
        this.byName = Map.of(
                "buyers", new IssuerApi("buyers", issuers.buyers()),
                "operators", new IssuerApi("operators", issuers.operators()),
                "services", new IssuerApi("services", issuers.services()));
    }

    /** Answers paths that begin with {@code /dev/buyers}, {@code /dev/operators} or {@code /dev/issuers}. */
    public void serve(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.POST) && request.path().equals("/dev/buyers")) {
            request.body().onSuccess(body -> signIn(request, body.length() > LARGEST_BODY ? "" : body.toString()));
        } else if (request.method().equals(HttpMethod.POST) && request.path().equals("/dev/operators")) {
            created(request, new JsonObject().put("accessToken", accessToken(issuers.operators(), Person.operator())));
        } else {
            atIssuer(request);
        }
    }

    private void atIssuer(HttpServerRequest request) {
        String[] step = request.path().split("/", 5);
        boolean known = step.length == 5 && step[2].equals("issuers") && byName.containsKey(step[3]);
        if (known) {
            byName.get(step[3]).serve(request, step[4]);
        } else {
            Answers.problem(request, 404, "not-found", "Nothing is here.");
        }
    }

    private void signIn(HttpServerRequest request, String body) {
        try {
            JsonObject wish = new JsonObject(body.isEmpty() ? "{}" : body);
            Person person = Person.buyer(text(wish, "email", ""), text(wish, "nickname", Person.DEFAULT_NICKNAME));
            created(request, buyer(person));
        } catch (DecodeException | ClassCastException notWhatWeRead) {
            String detail = "The body is not {\"email\", \"nickname\"}: " + notWhatWeRead.getMessage();
            Answers.problem(request, 400, "invalid-request", detail);
        } catch (IllegalArgumentException notAPerson) {
            Answers.problem(request, 400, "invalid-request", notAPerson.getMessage());
        }
    }

    private static String text(JsonObject wish, String name, String absent) {
        return Objects.requireNonNullElse(wish.getString(name), absent).strip();
    }

    private JsonObject buyer(Person person) {
        return new JsonObject()
                .put(
                        "buyerId",
                        BuyerId.of(issuers.buyers().url(), person.subject()).toString())
                .put("accessToken", accessToken(issuers.buyers(), person));
    }

    private static String accessToken(Issuer issuer, Person person) {
        return issuer.token(person.subject(), LIFE, person.claims());
    }

    private static void created(HttpServerRequest request, JsonObject body) {
        Answers.json(request, 201, body.put("expiresIn", LIFE.toSeconds()));
    }
}
