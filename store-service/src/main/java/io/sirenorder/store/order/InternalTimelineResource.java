package io.sirenorder.store.order;

import io.sirenorder.contracts.store.TimelineRoot;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Hashes of timelines, for the service that keeps the seals of days a second time. */
@Cancellable(false)
@Path("/internal/timelines/search")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class InternalTimelineResource {
    private final TimelineRoots roots;

    InternalTimelineResource(TimelineRoots roots) {
        this.roots = roots;
    }

    @POST
    @Operation(
            operationId = "searchTimelines",
            summary = "Hashes of the last seven days of stores, computed from the orders' steps as they are now")
    public Uni<List<TimelineRoot>> search(@NotNull @Valid IdBatch stores) {
        return roots.of(stores);
    }
}
