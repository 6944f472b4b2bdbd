package io.sirenorder.payment.reconciliation;

import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The proof that the money agrees, for whoever asks inside. */
@Cancellable(false)
@Path("/internal/proof")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
class ProofResource {
    /** PortOne lists no more than 90 days. */
    private static final int MAX_HOURS = 90 * 24;

    private final Reconciliation proof;

    ProofResource(Reconciliation proof) {
        this.proof = proof;
    }

    @GET
    public Uni<ReconciliationReport> prove(@QueryParam("hours") @DefaultValue("24") int hours) {
        if (hours < 1 || hours > MAX_HOURS) {
            throw new InvalidRequest("hours", "must be between 1 and " + MAX_HOURS);
        }
        return proof.reckon(Duration.ofHours(hours));
    }
}
