package io.sirenorder.testkit.kit;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A neighbour as a service would call it. */
@RegisterRestClient(configKey = "store")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
@Path("/internal/things")
interface StoreClient {
    @GET
    @Path("/{id}")
    Uni<Thing> thing(@PathParam("id") String id);

    static StoreClient at(String url) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(url)).build(StoreClient.class);
    }

    /** Something a neighbour has. */
    record Thing(String name) {}
}
