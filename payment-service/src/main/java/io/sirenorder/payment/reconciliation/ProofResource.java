package io.sirenorder.payment.reconciliation;

import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The comparison of PortOne's books with ours, for operators. */
@Cancellable(false)
@Path("/proof")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "payments")
class ProofResource {
    private final Reconciliation reconciliation;

    ProofResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** Compares everything that changed at PortOne within the last hours, at most 90 days. */
    @GET
    @Operation(operationId = "getProof", summary = "Compares PortOne's books with ours")
    public Uni<ReconciliationReport> prove(
            @Schema(minimum = "1", maximum = "2160") @QueryParam("hours") @DefaultValue("24") int hours) {
        return reconciliation.ofLast(hours);
    }
}
