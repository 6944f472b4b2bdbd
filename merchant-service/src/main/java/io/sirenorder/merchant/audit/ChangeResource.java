package io.sirenorder.merchant.audit;

import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.feed.audit.Change;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lists who changed what about a merchant. */
@Cancellable(false)
@Path("/merchants/{merchantId}/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "merchants")
class ChangeResource {
    private final ChangeLog changes;
    private final Caller caller;
    private final SecurityIdentity identity;

    ChangeResource(ChangeLog changes, Caller caller, SecurityIdentity identity) {
        this.changes = changes;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            operationId = "listMerchantChanges",
            summary = "Lists changes of standing and password, newest first; for the merchant and for operators")
    public Uni<Page<Change>> list(
            @PathParam("merchantId") MerchantId id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        if (identity.hasRole(Roles.MERCHANT) && !caller.merchant().equals(id)) {
            throw new NotFound();
        }
        return changes.of(id.value(), cursor, PageLimit.of(limit));
    }
}
