package io.sirenorder.merchant.session;

import io.sirenorder.kit.problem.Forbidden;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cookie in which a page keeps its refresh token out of reach of scripts. The token counts only in requests of pages
 * of the request's host, or of a configured origin.
 */
@ApplicationScoped
class SessionCookie {
    private static final String PATH = "/sessions";

    private final SessionConfig config;
    private final String name;

    SessionCookie(SessionConfig config) {
        this.config = config;
        this.name = config.cookieSecure() ? "__Secure-siren-session" : "siren-session";
    }

    NewCookie holding(String refreshToken) {
        return cookie(refreshToken, Math.toIntExact(config.lifetime().toSeconds()));
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(PATH)
                .maxAge(seconds)
                .secure(config.cookieSecure())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** The token of the cookie; {@link Forbidden} where the request comes from a page that may not use it. */
    Optional<String> read(HttpServerRequest request) {
        Optional<String> token = Optional.ofNullable(request.getCookie(name))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
        token.ifPresent(found -> requireOwnPage(request));
        return token;
    }

    /** Fails with {@link Forbidden} unless a page of the request's host, or of a configured origin, sent the request. */
    void requireOwnPage(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        boolean own = origin == null
                ? "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                : isOwn(origin, request) || config.origins().orElse(Set.of()).contains(origin);
        if (!own) {
            throw new Forbidden();
        }
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        String authority = authority(origin);
        return authority != null
                && Stream.of(request.getHeader("X-Forwarded-Host"), request.getHeader("Host"))
                        .anyMatch(authority::equalsIgnoreCase);
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
