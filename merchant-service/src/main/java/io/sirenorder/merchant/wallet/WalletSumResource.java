package io.sirenorder.merchant.wallet;

import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sums of all wallets for the reconciliation with payments. */
@Cancellable(false)
@Path("/internal/wallets/sums")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class WalletSumResource {
    private final Statements statements;

    WalletSumResource(Statements statements) {
        this.statements = statements;
    }

    @GET
    @Operation(summary = "Sums the entries of all wallets that were booked on a Korean day")
    public Uni<WalletSums> sums(@Parameter(required = true) @Schema(format = "date") @QueryParam("day") String text) {
        return statements.ofAll(Days.day("day", text));
    }
}
