package io.sirenorder.store.coupon;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Orders for a coupon. */
@Cancellable(false)
@Path("/stores/{storeId}/coupon-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BUYER)
@Tag(name = "orders")
class CouponOrderResource {
    private static final int CREATED = 201;

    private final CouponOrderDesk desk;
    private final Caller caller;

    CouponOrderResource(CouponOrderDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @ResponseStatus(CREATED)
    @Operation(operationId = "placeCouponOrder", summary = "Orders what a coupon buys, at an open store")
    public Uni<OrderView> place(
            @PathParam("storeId") StoreId store,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid CouponOrder wanted) {
        return desk.place(orderId(key), store, caller.recipients(), wanted);
    }

    /** The same key is the same order, even if the first attempt died between the coupon and the order. */
    private OrderId orderId(String key) {
        if (key == null) {
            return new OrderId(UUID.randomUUID());
        }
        String name = caller.actorKey() + " coupon-order " + key;
        return new OrderId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
