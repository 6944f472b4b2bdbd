package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.feed.audit.Change;
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

/** Lists who changed what about an item of the menu. */
@Cancellable(false)
@Path("/menu/{menuItemId}/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "menu")
class MenuChangeResource {
    private final MenuChanges changes;

    MenuChangeResource(MenuChanges changes) {
        this.changes = changes;
    }

    @GET
    @Operation(
            operationId = "listMenuItemChanges",
            summary =
                    "Lists changes of an item of the menu with the values before and after, newest first; for operators")
    public Uni<Page<Change>> list(
            @PathParam("menuItemId") MenuItemId id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return changes.of(id, cursor, PageLimit.of(limit));
    }
}
