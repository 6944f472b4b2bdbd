package io.sirenorder.feed.consumer;

import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
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
import org.jboss.resteasy.reactive.server.Cancellable;

/** The dead letters of this service, for callers inside the cluster. */
@Cancellable(false)
@Path("/internal/dead-letters")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
public class InternalDeadLetterResource {
    private final DeadLetters letters;

    InternalDeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    /** The events that wait because one of their stream failed, with the reason; oldest first. */
    @GET
    public Uni<Page<DeadLetter>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return letters.page(cursor, limit);
    }

    /** Retries the whole stream of this dead letter in order, from its first; repeating the call is harmless. */
    @POST
    @Path("/{id}/replay")
    public Uni<Response> replay(@PathParam("id") long id) {
        return letters.replay(id).replaceWith(() -> Response.accepted().build());
    }
}
