package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of store-service's interface that wallets use. */
@Path("/internal/orders")
@RegisterRestClient(configKey = "store")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface StoreApi {
    @GET
    @Path("/{orderId}")
    Uni<OrderView> order(@PathParam("orderId") OrderId orderId);
}
