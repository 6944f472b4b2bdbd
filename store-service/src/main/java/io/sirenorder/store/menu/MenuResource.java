package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The menu. */
@Cancellable(false)
@Path("/menu")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "menu")
class MenuResource {
    private final MenuDesk desk;

    MenuResource(MenuDesk desk) {
        this.desk = desk;
    }

    @GET
    @PermitAll
    @Operation(summary = "The menu, a page at a time")
    public Uni<Page<MenuSummary>> list(
            @QueryParam("category") MenuCategory category,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        String after = cursor == null ? "" : PageCursor.decode(cursor, 1).get(0);
        return desk.page(category, after, PageLimit.of(limit));
    }

    @GET
    @Path("/{menuItemId}")
    @PermitAll
    @Operation(summary = "An item with its options, as it is in a store or on the menu")
    public Uni<MenuDetail> detail(@PathParam("menuItemId") MenuItemId id, @QueryParam("storeId") StoreId store) {
        return desk.detail(id, store);
    }

    @PUT
    @Path("/{menuItemId}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Puts an item on the menu, or describes it anew")
    public Uni<MenuDetail> describe(
            @PathParam("menuItemId") MenuItemId id, @NotNull @Valid MenuItemDescription description) {
        description.check();
        return desk.describe(id, description);
    }
}
