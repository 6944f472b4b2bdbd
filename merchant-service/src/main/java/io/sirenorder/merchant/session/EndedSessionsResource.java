package io.sirenorder.merchant.session;

import io.sirenorder.contracts.merchant.EndedSession;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.time.Moments;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Tells services without a feed which sessions ended. */
@Cancellable(false)
@Path("/internal/ended-sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "sessions")
class EndedSessionsResource {
    private final EndedSessionList sessions;

    EndedSessionsResource(EndedSessionList sessions) {
        this.sessions = sessions;
    }

    @GET
    @Operation(summary = "Lists the sessions that ended since a moment, oldest first, of the last hour at most")
    public Uni<List<EndedSession>> since(@QueryParam("since") @Schema(format = "date-time") String since) {
        return sessions.since(since == null ? Instant.EPOCH : moment(since));
    }

    private static Instant moment(String text) {
        try {
            return Moments.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidRequest("since", "must be a moment with its zone, as 2026-03-02T03:00:00Z");
        }
    }
}
