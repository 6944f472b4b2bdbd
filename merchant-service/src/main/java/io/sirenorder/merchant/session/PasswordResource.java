package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Changes a merchant's own password. */
@Cancellable(false)
@Path("/merchants/{merchantId}/password")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "merchants")
class PasswordResource {
    private final SessionDesk desk;
    private final Caller caller;

    PasswordResource(SessionDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            operationId = "changePassword",
            summary = "Replaces the password and ends every session, its access tokens and sockets within 60 s")
    public Uni<Void> replace(
            @PathParam("merchantId") MerchantId id,
            @NotNull @Valid NewPassword passwords,
            @Context HttpServerRequest request) {
        if (!caller.merchant().equals(id)) {
            throw new NotFound();
        }
        Network network = Network.of(request);
        return desk.changePassword(id, passwords.currentPassword(), passwords.newPassword(), network);
    }

    /** The present password and its replacement. */
    record NewPassword(
            @NotNull @Size(max = 1000) String currentPassword,
            @NotNull @Size(max = 1000) String newPassword) {}
}
