package io.sirenorder.store.hold;

import io.sirenorder.contracts.payment.CheckoutState;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of payment-service: the status of a checkout. */
@Path("/internal/checkouts")
@RegisterRestClient(configKey = "payment")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface CheckoutApi {
    @GET
    @Path("/{checkoutId}")
    Uni<CheckoutState> state(@PathParam("checkoutId") String checkoutId);
}
