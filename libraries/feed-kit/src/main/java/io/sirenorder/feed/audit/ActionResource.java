package io.sirenorder.feed.audit;

import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.kit.text.OneLine;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The actions of operators and merchants at this service, for operators. */
@Cancellable(false)
@Path("/actions/{service}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
public class ActionResource {
    private static final int LONGEST = 100;

    private final Actions actions;
    private final String self;

    ActionResource(Actions actions, @ConfigProperty(name = "siren.service.name") String self) {
        this.actions = actions;
        this.self = self;
    }

    /** The newest first; those of the service that answers this path. */
    @GET
    @Operation(
            operationId = "listActions",
            summary = "Lists the changes that operators and merchants asked for, also refused ones, newest first")
    public Uni<Page<Action>> list(
            @Parameter(description = "merchant, store, coupon or payment") @PathParam("service") String service,
            @Parameter(description = "merchant:ID or operator:DIGEST") @QueryParam("by") @OneLine(max = LONGEST)
                    String by,
            @Parameter(description = "An operation, as the API's description names it")
                    @QueryParam("what")
                    @OneLine(max = LONGEST)
                    String what,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        if (!service.equals(self)) {
            throw new NotFound();
        }
        return actions.page(by, what, cursor, PageLimit.of(limit));
    }
}
