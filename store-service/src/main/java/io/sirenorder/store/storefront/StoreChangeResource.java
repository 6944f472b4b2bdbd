package io.sirenorder.store.storefront;

import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.audit.Change;
import io.sirenorder.feed.audit.ChangeLog;
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
public class StoreChangeResource {
    private final ChangeLog changes;
    private final Caller caller;
    private final SecurityIdentity identity;

    StoreChangeResource(ChangeLog changes, Caller caller, SecurityIdentity identity) {
        this.changes = changes;
        this.caller = caller;
        this.identity = identity;
    }

    /** The name of a store in the log of changes. */
    public static String subject(StoreId store) {
        return "store:" + store;
    }

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            operationId = "listStoreChanges",
            summary =
                    "Lists changes of a store's description, special days, kitchen and prices with the values before and"
                            + " after, newest first; for its merchant and for operators")
    public Uni<Page<Change>> list(
            @PathParam("storeId") StoreId id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        if (identity.hasRole(Roles.MERCHANT) && !caller.store().equals(id)) {
            throw new StoreUnknown();
        }
        return changes.of(subject(id), cursor, PageLimit.of(limit));
    }
}
