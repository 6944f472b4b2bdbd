package io.sirenorder.store.order;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.SoldOrder;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Orders, for other services. */
@Cancellable(false)
@Path("/internal/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class InternalOrderResource {
    private final OrderList list;
    private final SoldOrders sold;

    InternalOrderResource(OrderList list, SoldOrders sold) {
        this.list = list;
        this.sold = sold;
    }

    @GET
    @Path("/{orderId}")
    @Operation(summary = "Any order, for other services")
    public Uni<OrderView> get(@PathParam("orderId") OrderId id) {
        return list.get(id);
    }

    @POST
    @Path("/search")
    @Operation(summary = "Status and amounts of orders, for the comparison of the books")
    public Uni<List<SoldOrder>> search(@NotNull @Valid IdBatch batch) {
        return sold.of(batch);
    }

    /** 404 also for an order that was paid with a coupon, of which payment-service knows nothing. */
    @GET
    @Path("/{orderId}/purchase")
    @Operation(summary = "The payment that an order was made of, for a payment-service that has lost it")
    public Uni<Purchase> purchase(@PathParam("orderId") OrderId id) {
        return list.purchase(id);
    }
}
