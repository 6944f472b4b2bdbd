package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sales in wallets, for other services. */
@Cancellable(false)
@Path("/internal/sales")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class InternalSaleResource {
    private final BookedSales booked;

    InternalSaleResource(BookedSales booked) {
        this.booked = booked;
    }

    @POST
    @Path("/search")
    @Operation(summary = "Sales of orders and what was taken back of them, for the comparison of the books")
    public Uni<List<BookedSale>> search(@NotNull @Valid IdBatch batch) {
        return booked.of(batch);
    }
}
