package io.sirenorder.payment.fulfilment;

import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of merchant-service: sales by the ids of their checkouts. */
@Path("/internal/sales/search")
@RegisterRestClient(configKey = "merchant")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface SaleSearchApi {
    @POST
    Uni<List<BookedSale>> search(IdBatch batch);
}
