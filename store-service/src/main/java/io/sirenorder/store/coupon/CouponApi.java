package io.sirenorder.store.coupon;

import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of coupon-service: reservations of coupons. */
@Path("/internal/coupon-reservations")
@RegisterRestClient(configKey = "coupon")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface CouponApi {
    @PUT
    @Path("/{orderId}")
    Uni<CouponReservation> reserve(@PathParam("orderId") String orderId, CouponReservation.Request request);

    @DELETE
    @Path("/{orderId}")
    Uni<Void> release(@PathParam("orderId") String orderId);
}
