package io.sirenorder.feed.consumer;

import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where an operator sees what waits, and lets it be tried again. */
@Cancellable(false)
@Path("/internal/dead-letters")
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
public class DeadLetterResource {
    private final DeadLetters letters;

    DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    public Uni<Page<DeadLetter>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        long after = cursor == null ? 0 : id(PageCursor.decode(cursor, 1).get(0));
        int size = PageLimit.of(limit).value();
        return letters.after(after, size).map(page -> new Page<>(page, next(page, size)));
    }

    /** Tries the whole stream of this letter again, in order, from its first. */
    @POST
    @Path("/{id}/replay")
    public Uni<Response> replay(@PathParam("id") long id) {
        return letters.replay(id).map(found -> {
            if (!found) {
                throw new NotFound();
            }
            return Response.accepted().build();
        });
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequest("cursor", "is none that this list gave out");
        }
    }

    private static String next(List<DeadLetter> page, int size) {
        return page.size() < size
                ? null
                : PageCursor.encode(Long.toString(page.get(page.size() - 1).id()));
    }
}
