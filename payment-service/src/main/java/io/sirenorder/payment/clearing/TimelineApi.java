package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.store.TimelineRoot;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of store-service: what the timelines of stores hash to now. */
@Path("/internal/timelines/search")
@RegisterRestClient(configKey = "store")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
interface TimelineApi {
    @POST
    Uni<List<TimelineRoot>> search(IdBatch stores);
}
