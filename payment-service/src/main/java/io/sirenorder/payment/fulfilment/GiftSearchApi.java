package io.sirenorder.payment.fulfilment;

import io.sirenorder.contracts.coupon.SentGift;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of coupon-service: gifts by the ids of their checkouts. */
@Path("/internal/gifts/search")
@RegisterRestClient(configKey = "coupon")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface GiftSearchApi {
    @POST
    Uni<List<SentGift>> search(IdBatch batch);
}
