package io.sirenorder.store.session;

import io.sirenorder.contracts.merchant.EndedSession;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client of merchant-service: the sessions that ended lately. */
@Path("/internal/ended-sessions")
@RegisterRestClient(configKey = "merchant")
@RegisterProvider(ServiceToken.class)
@Produces(MediaType.APPLICATION_JSON)
interface EndedSessionsApi {
    /** Sessions that ended since a moment, oldest first; of the last hour if null. */
    @GET
    Uni<List<EndedSession>> since(@QueryParam("since") String since);
}
