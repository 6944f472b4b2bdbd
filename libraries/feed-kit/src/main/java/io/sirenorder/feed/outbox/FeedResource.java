package io.sirenorder.feed.outbox;

import io.sirenorder.feed.Position;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The feed as other services pull it. */
@Cancellable(false)
@Path("/internal/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class FeedResource {
    static final int LARGEST_PAGE = 200;

    private final Feed feed;

    FeedResource(Feed feed) {
        this.feed = feed;
    }

    /**
     * Envelopes in order, after the one that the caller knows by position and id.
     *
     * @param head how far the feed reaches as far as the caller has heard, or -1
     */
    @GET
    public Uni<String> events(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @QueryParam("head") @DefaultValue("-1") long head) {
        if (after < 0 || (after > 0) != (id != null)) {
            throw new InvalidRequest("after", "goes together with the id of the event there");
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new InvalidRequest("limit", "must be between 1 and " + LARGEST_PAGE);
        }
        return feed.after(new Position(after, id), limit, head)
                .map(page -> page.stream().map(FeedEntry::json).collect(Collectors.joining(",", "[", "]")));
    }
}
