package io.sirenorder.merchant.session;

import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.Pasted;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Login, refresh and logout. */
@Cancellable(false)
@Path("/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
@SecurityScheme(
        securitySchemeName = "session-cookie",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "__Secure-siren-session",
        description = "The cookie that a page's login set")
class SessionResource {
    private final SessionDesk desk;
    private final SessionEndDesk ends;
    private final SessionCookie cookie;
    private final SecurityIdentity identity;
    private final Caller caller;

    SessionResource(
            SessionDesk desk, SessionEndDesk ends, SessionCookie cookie, SecurityIdentity identity, Caller caller) {
        this.desk = desk;
        this.ends = ends;
        this.cookie = cookie;
        this.identity = identity;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "logIn",
            summary = "Logs a merchant in",
            description = "With keep, the refresh token is set as a cookie and is not in the body.")
    @APIResponse(
            responseCode = "201",
            description = "The session",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Session.class)))
    @APIResponse(responseCode = "401", description = "No such merchant, or another password")
    @APIResponse(responseCode = "403", description = "A page of another origin asks for the cookie")
    public Uni<Response> logIn(@NotNull @Valid Credentials credentials, @Context HttpServerRequest request) {
        boolean keep = Boolean.TRUE.equals(credentials.keep());
        if (keep) {
            cookie.requireOwnPage(request);
        }
        return desk.logIn(credentials.name(), credentials.password(), Network.of(request))
                .map(session -> created(session, keep));
    }

    @POST
    @Path("/refreshes")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "refreshSession",
            summary = "Exchanges a refresh token for a new pair",
            description =
                    "Without refreshToken in the body, the cookie's is exchanged and the cookie is set anew. A used "
                            + "token works again for 60 s while no token that it was exchanged for has been used; after that it "
                            + "ends the session.")
    @APIResponse(
            responseCode = "201",
            description = "The session",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Session.class)))
    @APIResponse(responseCode = "401", description = "The token is unknown, too old or of an ended session")
    @APIResponse(responseCode = "403", description = "A page of another origin uses the cookie")
    public Uni<Response> refresh(@NotNull @Valid Refresh refresh, @Context HttpServerRequest request) {
        if (refresh.refreshToken() != null) {
            boolean keep = Boolean.TRUE.equals(refresh.keep());
            if (keep) {
                cookie.requireOwnPage(request);
            }
            return desk.refresh(refresh.refreshToken()).map(session -> created(session, keep));
        }
        String kept = cookie.read(request).orElseThrow(BadCredentials::new);
        return desk.refresh(kept).map(session -> created(session, true));
    }

    @DELETE
    @Path("/current")
    @PermitAll
    @Operation(
            operationId = "logOut",
            summary = "Logs out",
            description =
                    "Ends the session of the access token or, without one, of the cookie: its refresh tokens at once, "
                            + "its access tokens and sockets within 60 s. Clears the cookie.")
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "session-cookie")
    @APIResponse(responseCode = "204", description = "The session has ended")
    @APIResponse(responseCode = "401", description = "Neither a valid access token nor a cookie of a session")
    @APIResponse(responseCode = "403", description = "A page of another origin uses the cookie")
    public Uni<Response> logOut(@Context HttpServerRequest request) {
        return end(request)
                .map(ended -> Response.noContent().cookie(cookie.cleared()).build());
    }

    private Uni<Void> end(HttpServerRequest request) {
        if (identity.hasRole(Roles.MERCHANT)) {
            MerchantId merchant = caller.merchant();
            return caller.session().map(sid -> ends.end(merchant, sid)).orElseGet(() -> ends.endAll(merchant));
        }
        return cookie.read(request).map(desk::logOut).orElseThrow(BadCredentials::new);
    }

    private Response created(Session session, boolean keep) {
        Response.ResponseBuilder answer =
                Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return keep
                ? answer.entity(session.withoutRefreshToken())
                        .cookie(cookie.holding(session.refreshToken()))
                        .build()
                : answer.entity(session).build();
    }

    /**
     * A merchant's id or handle, and password.
     *
     * @param merchantId null where the handle is given
     * @param handle null where the id is given
     * @param keep whether the refresh token is to be set as a cookie; absent means no
     */
    record Credentials(
            MerchantId merchantId,

            @Pasted @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{2,29}")
            String handle,

            @NotNull @Size(max = 1000) String password,
            Boolean keep) {
        SignInName name() {
            if ((merchantId == null) == (handle == null)) {
                throw new InvalidRequest("merchantId", "must be given, or else a handle");
            }
            return merchantId == null ? SignInName.of(handle) : SignInName.of(merchantId);
        }
    }

    /**
     * A refresh.
     *
     * @param refreshToken the token of the last answer; absent where the cookie carries it
     * @param keep whether a token of the body is to become a cookie
     */
    @Schema(name = "SessionRefresh")
    record Refresh(@Size(max = 200) String refreshToken, Boolean keep) {}
}
