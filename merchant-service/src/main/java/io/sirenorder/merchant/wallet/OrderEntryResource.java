package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The entries that an order has in the ledger, for operators. */
@Cancellable(false)
@Path("/wallets/entries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
class OrderEntryResource {
    private final Wallets wallets;

    OrderEntryResource(Wallets wallets) {
        this.wallets = wallets;
    }

    @GET
    @Operation(
            operationId = "listOrderEntries",
            summary = "Lists the entries of an order, the oldest first; none where it was never accepted",
            description = "At most 100: a sale, its reversal, and one for each part of the payment that was cancelled.")
    public Uni<Booked> list(
            @Parameter(description = "The order, which is also its checkout", required = true) @QueryParam("orderId")
                    OrderId order) {
        if (order == null) {
            throw new InvalidRequest("orderId", "must be given");
        }
        return wallets.ofOrder(order).map(Booked::new);
    }

    /** At most a hundred. */
    @Schema(name = "OrderEntries")
    record Booked(@Schema(required = true) List<WalletEntry> items) {}
}
