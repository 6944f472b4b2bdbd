package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of store-service: stock and kitchen time that checkouts hold. */
@Path("/internal/holds/{checkoutId}")
@RegisterRestClient(configKey = "store")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface HoldApi {
    /** Prices the lines and takes them; the same request again has the same effect and answer. */
    @PUT
    Uni<Quote> hold(@PathParam("checkoutId") String checkoutId, HoldRequest request);

    /** Gives back what the checkout holds, if anything. */
    @DELETE
    Uni<Void> release(@PathParam("checkoutId") String checkoutId);
}
