package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Logging in. */
@Cancellable(false)
@Path("/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class SessionResource {
    private final SessionDesk desk;

    SessionResource(SessionDesk desk) {
        this.desk = desk;
    }

    @POST
    @PermitAll
    @Operation(summary = "Logs a merchant in")
    @APIResponseSchema(value = Session.class, responseCode = "201")
    public Uni<Response> logIn(@NotNull @Valid Credentials credentials, @Context HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        return desk.logIn(credentials.merchantId(), credentials.password(), address)
                .map(SessionResource::created);
    }

    @POST
    @Path("/refreshes")
    @PermitAll
    @Operation(summary = "Exchanges a refresh token, once, for a new pair")
    @APIResponseSchema(value = Session.class, responseCode = "201")
    public Uni<Response> refresh(@NotNull @Valid Refresh refresh) {
        return desk.refresh(refresh.refreshToken()).map(SessionResource::created);
    }

    private static Response created(Session session) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(session)
                .build();
    }

    /** Who, and what only they know. */
    record Credentials(
            @NotNull MerchantId merchantId,
            @NotNull @Size(max = 1000) String password) {}

    /** What the last login or refresh brought. */
    record Refresh(@NotNull @Size(max = 200) String refreshToken) {}
}
