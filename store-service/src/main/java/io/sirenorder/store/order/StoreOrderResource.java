package io.sirenorder.store.order;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.store.storefront.StoreUnknown;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A store's orders, for its tills. */
@Cancellable(false)
@Path("/stores/{storeId}/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MERCHANT)
@Tag(name = "orders")
class StoreOrderResource {
    private final OrderList list;
    private final Caller caller;

    StoreOrderResource(OrderList list, Caller caller) {
        this.list = list;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listStoreOrders",
            summary = "The store's orders, the newest first",
            description = "status may name several, with commas; number is a ticket's; from and to are moments of "
                    + "placement with a zone, to not included.")
    public Uni<Page<OrderView>> list(
            @PathParam("storeId") StoreId store,
            @Parameter(
                            description = "One or more, separated by commas",
                            explode = Explode.FALSE,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = OrderStatus.class))
                    @QueryParam("status")
                    String status,
            @Parameter(description = "Number of a ticket") @Schema(pattern = "[0-9]{1,9}") @QueryParam("number")
                    String number,
            @Parameter(description = "Placed then or later") @Schema(format = "date-time") @QueryParam("from")
                    String from,
            @Parameter(description = "Placed before") @Schema(format = "date-time") @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        if (!caller.store().equals(store)) {
            throw new StoreUnknown();
        }
        OrderFilter filter = new OrderFilter(null, null, status, number, from, to);
        return list.page(OrderSearch.ofStore(store).with(filter).after(cursor), PageLimit.of(limit));
    }
}
