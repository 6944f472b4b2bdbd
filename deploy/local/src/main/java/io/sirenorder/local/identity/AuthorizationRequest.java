package io.sirenorder.local.identity;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A page or an app that asks for a sign-in: the parameters of OpenID Connect's code flow with PKCE (RFC 6749, RFC 7636).
 *
 * @param fields all parameters as they came, for the form to send them again
 */
record AuthorizationRequest(Map<String, String> fields) {
    /** The one public client, which has no secret. */
    static final String CLIENT = "siren-order";

    private static final List<String> NAMES = List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "prompt",
            "code_challenge",
            "code_challenge_method");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static AuthorizationRequest of(MultiMap parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.stream().filter(parameters::contains).forEach(name -> fields.put(name, parameters.get(name)));
        return new AuthorizationRequest(fields);
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    String redirectUri() {
        return field("redirect_uri");
    }

    String challenge() {
        return field("code_challenge");
    }

    Optional<String> nonce() {
        return Optional.ofNullable(fields.get("nonce"));
    }

    /** Whether the client is registered here and its address is one to which people may be sent. */
    boolean hasKnownClient(String ownHost) {
        return field("client_id").equals(CLIENT) && isOurs(redirectUri(), ownHost);
    }

    /** A page of this machine or of the front door's own host, or an app's private scheme ({@code com.example:/back}). */
    private static boolean isOurs(String redirect, String ownHost) {
        try {
            URI uri = new URI(redirect);
            if (uri.getScheme() == null || uri.getRawFragment() != null) {
                return false;
            }
            boolean web = uri.getScheme().equals("http") || uri.getScheme().equals("https");
            return web
                    ? uri.getHost() != null
                            && (THIS_MACHINE.contains(uri.getHost())
                                    || uri.getHost().equals(ownHost))
                    : uri.getScheme().contains(".");
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    /** The OAuth error of a request that can't be granted, or nothing. */
    Optional<String> error() {
        if (!field("response_type").equals("code")) {
            return Optional.of("unsupported_response_type");
        }
        boolean hasChallenge = challenge().matches("[A-Za-z0-9_-]{43}")
                && field("code_challenge_method").equals("S256");
        if (!hasChallenge) {
            return Optional.of("invalid_request");
        }
        // No session is kept here, so that each sign-in needs the form.
        return field("prompt").equals("none") ? Optional.of("login_required") : Optional.empty();
    }

    /** The way back to the client with a code or an error, and with the state that it sent. */
    String back(String name, String value) {
        String separator = redirectUri().contains("?") ? "&" : "?";
        String state = fields.containsKey("state") ? "&state=" + encoded(field("state")) : "";
        return redirectUri() + separator + name + "=" + encoded(value) + state;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
