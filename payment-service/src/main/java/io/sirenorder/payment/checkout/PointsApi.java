package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.coupon.PointsReservation;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** coupon-service, which keeps the points. */
@Path("/internal/points-reservations")
@RegisterRestClient(configKey = "coupon")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface PointsApi {
    /** Sets points aside until the checkout is paid or has expired; again for the same checkout is the same. */
    @PUT
    @Path("/{checkoutId}")
    Uni<Response> reserve(@PathParam("checkoutId") String checkoutId, PointsReservation reservation);
}
