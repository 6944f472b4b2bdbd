package io.sirenorder.feed.consumer;

import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The dead letters of this service, for operators. */
@Cancellable(false)
@Path("/dead-letters/{service}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
public class DeadLetterResource {
    private static final String SERVICES = "merchant, store, coupon or payment";

    private final DeadLetters letters;
    private final String self;

    DeadLetterResource(DeadLetters letters, @ConfigProperty(name = "siren.service.name") String self) {
        this.letters = letters;
        this.self = self;
    }

    /** The events that wait because one of their stream failed, with the reason; oldest first. */
    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "Lists events that wait because one of their stream failed, oldest first")
    public Uni<Page<DeadLetter>> list(
            @Parameter(description = SERVICES) @PathParam("service") String service,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        require(service);
        return letters.page(cursor, limit);
    }

    /** Retries the whole stream of this dead letter in order, from its first; repeating the call is harmless. */
    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Retries the whole stream of a dead letter in order; repeating the call is harmless")
    @APIResponse(responseCode = "202", description = "The stream is retried")
    public Uni<Response> replay(
            @Parameter(description = SERVICES) @PathParam("service") String service, @PathParam("id") long id) {
        require(service);
        return letters.replay(id).replaceWith(() -> Response.accepted().build());
    }

    private void require(String service) {
        if (!service.equals(self)) {
            throw new NotFound();
        }
    }
}
