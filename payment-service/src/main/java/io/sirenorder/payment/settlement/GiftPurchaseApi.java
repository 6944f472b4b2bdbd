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

/** coupon-service, which keeps what was paid for each gift. */
@Path("/internal/gifts/{giftId}/purchase")
@RegisterRestClient(configKey = "coupon")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface GiftPurchaseApi {
    @GET
    Uni<Purchase> purchase(@PathParam("giftId") String giftId);
}
