package io.sirenorder.local.identity;

import io.sirenorder.embedded.Issuer;
import io.sirenorder.local.page.Page;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * An OpenID Connect issuer of the local stack at its URL: discovery and keys for all; sign-in by the code flow with PKCE
 * for buyers and operators.
 */
final class IssuerApi {
    private static final int LARGEST_FORM = 16_384;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String name;
    private final Issuer issuer;
    private final Grants grants;
    private final String ownHost;

    IssuerApi(String name, Issuer issuer) {
        this.name = name;
        this.issuer = issuer;
        this.grants = new Grants(issuer);
        this.ownHost = URI.create(issuer.url()).getHost();
    }

    private boolean signsPeopleIn() {
        return !name.equals("services");
    }

    /** Answers a path below the issuer's URL. */
    void serve(HttpServerRequest request, String path) {
        allowPages(request);
        String method = request.method().name();
        switch (method + " " + path) {
            case "GET jwks" -> Answers.text(request, 200, "application/json", issuer.keySet());
            case "GET .well-known/openid-configuration" -> Answers.json(request, 200, discovery());
            case "GET authorize" -> ifItSignsIn(request, () -> authorize(request));
            case "POST authorize" -> ifItSignsIn(request, () -> form(request, this::signIn));
            case "POST token" -> ifItSignsIn(request, () -> form(request, this::token));
            default -> other(request);
        }
    }

    private static void other(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.OPTIONS)) {
            request.response().setStatusCode(204).end();
        } else {
            Answers.problem(request, 404, "not-found", "Nothing is here.");
        }
    }

    private void ifItSignsIn(HttpServerRequest request, Runnable answer) {
        if (signsPeopleIn()) {
            answer.run();
        } else {
            Answers.problem(request, 404, "not-found", "Services do not sign in here.");
        }
    }

    /** Pages of this machine and of the front door's host may read the answers. */
    private void allowPages(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        MultiMap headers = request.response().headers();
        headers.set("Vary", "Origin");
        if (origin != null && isAllowed(origin)) {
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Allow-Methods", "GET, POST");
            headers.set("Access-Control-Allow-Headers", "Content-Type");
            headers.set("Access-Control-Max-Age", "600");
        }
    }

    private boolean isAllowed(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && (THIS_MACHINE.contains(host) || host.equals(ownHost));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private JsonObject discovery() {
        JsonObject document = new JsonObject().put("issuer", issuer.url()).put("jwks_uri", issuer.url() + "/jwks");
        if (!signsPeopleIn()) {
            return document;
        }
        return document.put("authorization_endpoint", issuer.url() + "/authorize")
                .put("token_endpoint", issuer.url() + "/token")
                .put("response_types_supported", new JsonArray().add("code"))
                .put("response_modes_supported", new JsonArray().add("query"))
                .put(
                        "grant_types_supported",
                        new JsonArray().add("authorization_code").add("refresh_token"))
                .put("code_challenge_methods_supported", new JsonArray().add("S256"))
                .put("token_endpoint_auth_methods_supported", new JsonArray().add("none"))
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"))
                .put(
                        "scopes_supported",
                        new JsonArray().add("openid").add("email").add("profile"));
    }

    private void authorize(HttpServerRequest request) {
        AuthorizationRequest wish = AuthorizationRequest.of(request.params());
        if (!wish.hasKnownClient(ownHost)) {
            Page.send(request, 400, SignInPage.refused());
        } else if (wish.error().isPresent()) {
            leave(request, wish.back("error", wish.error().get()));
        } else {
            Page.send(request, 200, SignInPage.form(name, wish, ""));
        }
    }

    private void signIn(HttpServerRequest request, MultiMap form) {
        AuthorizationRequest wish = AuthorizationRequest.of(form);
        if (!wish.hasKnownClient(ownHost) || wish.error().isPresent()) {
            Page.send(request, 400, SignInPage.refused());
            return;
        }
        try {
            leave(request, wish.back("code", grants.code(wish, person(form))));
        } catch (IllegalArgumentException notAPerson) {
            Page.send(request, 400, SignInPage.form(name, wish, notAPerson.getMessage()));
        }
    }

    private Person person(MultiMap form) {
        Map<String, String> given = Map.of(
                "email", form.contains("email") ? form.get("email") : "",
                "nickname", form.contains("nickname") ? form.get("nickname") : "");
        return name.equals("operators") ? Person.operator() : Person.buyer(given.get("email"), given.get("nickname"));
    }

    private void token(HttpServerRequest request, MultiMap form) {
        try {
            Answers.json(request, 200, grants.tokens(form));
        } catch (Grants.Refused refused) {
            Answers.json(request, 400, new JsonObject().put("error", refused.getMessage()));
        }
    }

    private static void leave(HttpServerRequest request, String location) {
        request.response()
                .setStatusCode(303)
                .putHeader("Location", location)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .end();
    }

    private interface FormAnswer {
        void to(HttpServerRequest request, MultiMap form);
    }

    private static void form(HttpServerRequest request, FormAnswer answer) {
        request.setExpectMultipart(true);
        String length = request.getHeader("Content-Length");
        if (length == null || !length.matches("\\d{1,6}") || Integer.parseInt(length) > LARGEST_FORM) {
            Answers.problem(request, 413, "body-too-large", "A form of at most 16 KiB, with its length, is read here.");
            return;
        }
        request.end()
                .onSuccess(read -> answer.to(request, request.formAttributes()))
                .onFailure(broken -> Answers.problem(request, 400, "invalid-request", "The form can't be read."));
    }
}
