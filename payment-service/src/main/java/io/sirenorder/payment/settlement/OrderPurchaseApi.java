package io.sirenorder.payment.settlement;

import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** store-service, which keeps what was paid for each order. */
@Path("/internal/orders/{orderId}/purchase")
@RegisterRestClient(configKey = "store")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface OrderPurchaseApi {
    @GET
    Uni<Purchase> purchase(@PathParam("orderId") String orderId);
}
