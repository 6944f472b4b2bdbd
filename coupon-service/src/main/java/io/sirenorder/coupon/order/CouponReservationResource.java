package io.sirenorder.coupon.order;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Reserves coupons for orders of store-service. */
@Cancellable(false)
@Path("/internal/coupon-reservations/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class CouponReservationResource {
    private final RedemptionDesk desk;
    private final OrderOutcomes outcomes;

    CouponReservationResource(RedemptionDesk desk, OrderOutcomes outcomes) {
        this.desk = desk;
        this.outcomes = outcomes;
    }

    @PUT
    @Operation(summary = "Set a coupon aside for exactly this order")
    public Uni<CouponReservation> reserve(
            @PathParam("orderId") OrderId orderId, @NotNull CouponReservation.Request wish) {
        if (wish.storeId() == null) {
            throw new InvalidRequest("storeId", "must not be null");
        }
        if (wish.holders() == null || wish.holders().isEmpty()) {
            throw new InvalidRequest("holders", "must name at least one holder");
        }
        return desk.reserve(orderId, wish);
    }

    @GET
    @Operation(summary = "The coupon that an order holds")
    public Uni<CouponReservation> find(@PathParam("orderId") OrderId orderId) {
        return desk.find(orderId);
    }

    /** The order did not come about; nothing to give back is fine too. */
    @DELETE
    @Operation(summary = "Give the coupon back of an order that did not come about")
    public Uni<Void> release(@PathParam("orderId") OrderId orderId) {
        return outcomes.neverPlaced(orderId);
    }
}
