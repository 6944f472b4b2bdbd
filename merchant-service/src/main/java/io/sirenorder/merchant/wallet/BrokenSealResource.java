package io.sirenorder.merchant.wallet;

import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The sealed days that the ledger contradicts, for operators. */
@Cancellable(false)
@Path("/wallets/broken-seals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
class BrokenSealResource {
    private final SealChecks checks;

    BrokenSealResource(SealChecks checks) {
        this.checks = checks;
    }

    @GET
    @Operation(
            operationId = "listBrokenSeals",
            summary = "Lists sealed days of wallets whose entries are not those that were sealed, newest finds first")
    public Uni<Found> list() {
        return checks.broken().map(Found::new);
    }

    /** At most a hundred. */
    @Schema(name = "BrokenSeals")
    record Found(@Schema(required = true) List<BrokenSeal> items) {}
}
