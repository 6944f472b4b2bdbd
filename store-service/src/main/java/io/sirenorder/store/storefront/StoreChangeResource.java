package io.sirenorder.store.storefront;

import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.audit.Change;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
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

/** Lists who changed what about a store. */
@Cancellable(false)
@Path("/stores/{storeId}/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stores")
class StoreChangeResource {
    private final StoreChanges changes;
    private final Caller caller;
    private final SecurityIdentity identity;

    StoreChangeResource(StoreChanges changes, Caller caller, SecurityIdentity identity) {
        this.changes = changes;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            operationId = "listStoreChanges",
            summary =
                    "Lists changes of a store with the values before and after, newest first: description, special days,"
                            + " kitchen, prices, opening, busy time, pause, availability and stock; for its merchant and"
                            + " for operators")
    public Uni<Page<Change>> list(
            @PathParam("storeId") StoreId id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        if (identity.hasRole(Roles.MERCHANT) && !caller.store().equals(id)) {
            throw new StoreUnknown();
        }
        return changes.of(id, cursor, PageLimit.of(limit));
    }
}
