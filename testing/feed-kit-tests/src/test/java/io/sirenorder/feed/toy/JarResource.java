package io.sirenorder.feed.toy;

import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Beans over HTTP. */
@Cancellable(false)
@Path("/jars/{id}/beans")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JarResource {
    /** Seconds until a late answer; longer than the lease of a key. */
    private static final int LATE_SECONDS = 14;

    /** Kind of bean. */
    public record Bean(String mood) {}

    private final JarDesk desk;
    private final Moods moods;

    JarResource(JarDesk desk, Moods moods) {
        this.desk = desk;
        this.moods = moods;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.SERVICE)
    @APIResponseSchema(value = Bean.class, responseCode = "201")
    public Uni<Response> add(@PathParam("id") String id, Bean bean) {
        if (moods.isUnbearable(bean.mood())) {
            throw new IllegalStateException("can't bear it");
        }
        return desk.add(id, bean.mood())
                .replaceWith(() ->
                        Response.created(URI.create("/jars/" + id)).entity(bean).build());
    }

    /** A bean without a body to say which. */
    @POST
    @Path("/any")
    @Idempotent
    @RolesAllowed(Roles.SERVICE)
    @APIResponse(responseCode = "204", description = "The bean is in the jar")
    public Uni<Response> addAny(@PathParam("id") String id) {
        return desk.add(id, "fine").replaceWith(() -> Response.noContent().build());
    }

    /** Answered long after the bean is in the jar. */
    @POST
    @Path("/late")
    @Idempotent
    @RolesAllowed(Roles.SERVICE)
    @APIResponse(responseCode = "204", description = "The bean is in the jar")
    public Uni<Response> addAndAnswerLate(@PathParam("id") String id) {
        return addAny(id).onItem().delayIt().by(Duration.ofSeconds(LATE_SECONDS));
    }

    /** Refused as long as the jar is closed. */
    @POST
    @Path("/careful")
    @Idempotent
    @RolesAllowed(Roles.SERVICE)
    @APIResponse(responseCode = "204", description = "The bean is in the jar")
    public Uni<Response> addIfOpen(@PathParam("id") String id) {
        return moods.isUnbearable("open")
                ? Uni.createFrom()
                        .item(Response.status(Response.Status.CONFLICT).build())
                : addAny(id);
    }

    /** A bean of an anonymous caller. */
    @POST
    @Path("/found")
    @Idempotent
    @PermitAll
    @APIResponse(responseCode = "204", description = "The bean is in the jar")
    public Uni<Response> find(@PathParam("id") String id) {
        return desk.add(id, "found").replaceWith(() -> Response.noContent().build());
    }
}
