package io.sirenorder.payment.refund;

import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Refunds that PortOne refuses, as operators end them. */
@Cancellable(false)
@Path("/refunds/{refundId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "payments")
class RefundResource {
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final RefundDesk desk;
    private final Caller caller;

    RefundResource(RefundDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Asks PortOne once more, with a new key; only for a refund that waits for a person. */
    @POST
    @Path("/retry")
    @Idempotent
    @Operation(operationId = "retryRefund", summary = "Asks PortOne once more, for a refund that waits for a person")
    public Uni<RefundView> retry(@PathParam("refundId") String id) {
        return desk.retry(uuid(id), operator());
    }

    /** Ends a refund that was paid back by hand; only for one that waits for a person. */
    @POST
    @Path("/settlement")
    @Idempotent
    @Operation(operationId = "settleRefund", summary = "Ends a refund that was paid back by hand")
    public Uni<RefundView> settle(@PathParam("refundId") String id, @NotNull @Valid HandSettlement settlement) {
        return desk.settle(uuid(id), settlement, operator());
    }

    private String operator() {
        return "operator:" + caller.actorKey();
    }

    private static UUID uuid(String text) {
        if (!text.matches(UUID_FORM)) {
            throw new NotFound();
        }
        return UUID.fromString(text);
    }
}
