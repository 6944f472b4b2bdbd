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
import org.jboss.resteasy.reactive.server.Cancellable;

/** The dead letters of this service, for operators. */
@Cancellable(false)
@Path("/dead-letters/{service}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class DeadLetterResource {
    private final DeadLetters letters;
    private final String self;

    DeadLetterResource(DeadLetters letters, @ConfigProperty(name = "siren.service.name") String self) {
        this.letters = letters;
        this.self = self;
    }

    /** The events that wait because one of their stream failed, with the reason; oldest first. */
    @GET
    public Uni<Page<DeadLetter>> list(
            @PathParam("service") String service,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        require(service);
        return letters.page(cursor, limit);
    }

    /** Retries the whole stream of this dead letter in order, from its first; repeating the call is harmless. */
    @POST
    @Path("/{id}/replay")
    public Uni<Response> replay(@PathParam("service") String service, @PathParam("id") long id) {
        require(service);
        return letters.replay(id).replaceWith(() -> Response.accepted().build());
    }

    private void require(String service) {
        if (!service.equals(self)) {
            throw new NotFound();
        }
    }
}
