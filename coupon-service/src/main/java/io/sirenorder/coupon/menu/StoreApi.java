package io.sirenorder.coupon.menu;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** store-service, as far as we ask it anything. */
@Path("/internal")
@RegisterRestClient(configKey = "store")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface StoreApi {
    @POST
    @Path("/quotes")
    Uni<Quote> quote(QuoteRequest request);

    @GET
    @Path("/orders/{orderId}")
    Uni<OrderView> order(@PathParam("orderId") OrderId orderId);
}
