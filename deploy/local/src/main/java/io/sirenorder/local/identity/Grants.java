package io.sirenorder.local.identity;

import io.sirenorder.embedded.Issuer;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Codes and tokens of one issuer. A code works once, within a minute, for the client that proves its challenge. Refresh
 * tokens are signed tokens for this issuer alone, so that they outlive the launcher.
 */
final class Grants {
    static final Duration ACCESS_LIFE = Duration.ofHours(1);

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);
    private static final int MOST_CODES = 1_000;
    private static final int CODE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Issuer issuer;
    private final Map<String, Grant> open = new LinkedHashMap<>();

    Grants(Issuer issuer) {
        this.issuer = issuer;
    }

    private record Grant(AuthorizationRequest request, Person person, Instant until) {}

    /** A request for tokens that is refused, with its OAuth error. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String error) {
            super(error);
        }
    }

    synchronized String code(AuthorizationRequest request, Person person) {
        byte[] bytes = new byte[CODE_BYTES];
        RANDOM.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.values().removeIf(grant -> grant.until().isBefore(Instant.now()));
        if (open.size() >= MOST_CODES) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(code, new Grant(request, person, Instant.now().plus(CODE_LIFE)));
        return code;
    }

    /** The answer to a request at the token endpoint. */
    JsonObject tokens(MultiMap form) throws Refused {
        if (!AuthorizationRequest.CLIENT.equals(form.get("client_id"))) {
            throw new Refused("invalid_client");
        }
        return switch (String.valueOf(form.get("grant_type"))) {
            case "authorization_code" -> byCode(form);
            case "refresh_token" -> byRefreshToken(form);
            default -> throw new Refused("unsupported_grant_type");
        };
    }

    private JsonObject byCode(MultiMap form) throws Refused {
        Grant grant = taken(form.get("code")).orElseThrow(() -> new Refused("invalid_grant"));
        boolean proven = grant.request().redirectUri().equals(form.get("redirect_uri"))
                && grant.request().challenge().equals(challengeOf(String.valueOf(form.get("code_verifier"))));
        if (!proven) {
            throw new Refused("invalid_grant");
        }
        Map<String, Object> claims = new HashMap<>(grant.person().claims());
        grant.request().nonce().ifPresent(nonce -> claims.put("nonce", nonce));
        String id = issuer.token(AuthorizationRequest.CLIENT, grant.person().subject(), ACCESS_LIFE, claims);
        return answer(grant.person()).put("id_token", id);
    }

    private synchronized Optional<Grant> taken(String code) {
        return Optional.ofNullable(open.remove(code))
                .filter(grant -> grant.until().isAfter(Instant.now()));
    }

    private JsonObject byRefreshToken(MultiMap form) throws Refused {
        JwtClaims claims = issuer.verified(String.valueOf(form.get("refresh_token")), issuer.url())
                .orElseThrow(() -> new Refused("invalid_grant"));
        try {
            Map<String, Object> kept = new HashMap<>(claims.getClaimsMap());
            kept.keySet().removeAll(java.util.Set.of("iss", "sub", "aud", "iat", "exp", "jti"));
            return answer(new Person(claims.getSubject(), kept));
        } catch (MalformedClaimException e) {
            throw new Refused("invalid_grant");
        }
    }

    private JsonObject answer(Person person) {
        return new JsonObject()
                .put("token_type", "Bearer")
                .put("access_token", issuer.token(person.subject(), ACCESS_LIFE, person.claims()))
                .put("expires_in", ACCESS_LIFE.toSeconds())
                .put("scope", "openid email profile")
                .put("refresh_token", issuer.token(issuer.url(), person.subject(), REFRESH_LIFE, person.claims()));
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
