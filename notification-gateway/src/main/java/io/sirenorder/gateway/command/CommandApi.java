package io.sirenorder.gateway.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service that owns what sockets speak of: it answers commands and is told of acknowledgements. */
@Path("/internal")
@RegisterRestClient(configKey = "owner")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(NeighbourProblems.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface CommandApi {

    /** Repeated with the same id it has one effect and the same answer. */
    @POST
    @Path("/commands")
    Uni<JsonNode> command(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, Command command);

    /** May be repeated. */
    @POST
    @Path("/acknowledgements")
    Uni<Void> acknowledge(Acknowledgement acknowledgement);

    /** A command of a client. */
    record Command(Recipient recipient, String id, String type, JsonNode d) {}

    /** The keys of messages that a client of the recipient has received. */
    record Acknowledgement(Recipient recipient, List<String> keys) {}
}
