package io.sirenorder.coupon.loyalty;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.coupon.PointsReservation;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.NotFound;
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

/** Reserves points for payment-service. */
@Cancellable(false)
@Path("/internal/points-reservations/{checkoutId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class PointsReservationResource {
    private static final long MOST = 10_000_000;

    private final PointsDesk desk;

    PointsReservationResource(PointsDesk desk) {
        this.desk = desk;
    }

    @PUT
    @Operation(summary = "Set points aside for a checkout; one point is one won")
    public Uni<PointsHold.HeldPoints> reserve(
            @PathParam("checkoutId") CheckoutId checkoutId, @NotNull PointsReservation wish) {
        check(wish);
        return desk.reserve(checkoutId, wish).map(PointsHold::view);
    }

    private static void check(PointsReservation wish) {
        if (wish.points() < 1 || wish.points() > MOST) {
            throw new InvalidRequest("points", "must be between 1 and " + MOST);
        }
        if (wish.buyer() == null || !wish.buyer().isBuyer()) {
            throw new InvalidRequest("buyer", "must be a buyer");
        }
        if (wish.until() == null) {
            throw new InvalidRequest("until", "must not be null");
        }
    }

    @GET
    @Operation(summary = "The points that a checkout holds")
    public Uni<PointsHold.HeldPoints> find(@PathParam("checkoutId") CheckoutId checkoutId) {
        return desk.find(checkoutId).onItem().ifNull().failWith(NotFound::new).map(PointsHold::view);
    }

    /** Gives them back unless they are spent; nothing to give back is fine too. */
    @DELETE
    @Operation(summary = "Give points back that are not spent")
    public Uni<Void> release(@PathParam("checkoutId") CheckoutId checkoutId) {
        return desk.release(checkoutId);
    }
}
