package io.sirenorder.payment.fulfilment;

import io.sirenorder.contracts.store.SoldOrder;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of store-service: orders by the ids of their checkouts. */
@Path("/internal/orders/search")
@RegisterRestClient(configKey = "store")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface OrderSearchApi {
    @POST
    Uni<List<SoldOrder>> search(IdBatch batch);
}
