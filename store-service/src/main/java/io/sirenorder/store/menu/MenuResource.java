package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.store.storefront.Tagged;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private final Tagged tagged;
    private final Caller caller;

    MenuResource(MenuDesk desk, Tagged tagged, Caller caller) {
        this.caller = caller;
        this.tagged = tagged;
        this.desk = desk;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listMenu",
            summary = "The menu, a page at a time; with full, all items at once as they are in a store",
            description = "With full=true the answer is WholeMenu, items in the menu's order; else a page of "
                    + "summaries by id, at the menu's prices.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(anyOf = {Listed.class, WholeMenu.class})))
    @APIResponse(responseCode = "304", description = "Not changed since the If-None-Match tag")
    @APIResponse(responseCode = "404", description = "No such store")
    public Uni<Response> list(
            @QueryParam("category") MenuCategory category,
            @Parameter(description = "Whose prices and availability full=true shows; without full it changes nothing")
                    @QueryParam("storeId")
                    StoreId store,
            @Parameter(description = "Whether all items come at once") @QueryParam("full") boolean full,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context Request request) {
        if (full) {
            return desk.whole(store, category).map(menu -> tagged.answer(request, menu));
        }
        String after = cursor == null ? "" : MenuDesk.CURSOR.decode(cursor).get(0);
        return desk.page(category, after, PageLimit.of(limit)).map(page -> tagged.answer(request, page));
    }

    /** A page of the menu, as the list answers it. */
    @Schema(name = "MenuPage")
    record Listed(List<MenuSummary> items, @Nullable String nextCursor) {}

    @GET
    @Path("/{menuItemId}")
    @PermitAll
    @Operation(operationId = "getMenuItem", summary = "An item with its options, as it is in a store or on the menu")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MenuDetail.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the If-None-Match tag")
    public Uni<Response> detail(
            @PathParam("menuItemId") MenuItemId id,
            @Parameter(description = "Whose price and availability it has; absent: the menu's") @QueryParam("storeId")
                    StoreId store,
            @Context Request request) {
        return desk.detail(id, store).map(detail -> tagged.answer(request, detail));
    }

    @PUT
    @Path("/{menuItemId}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "putMenuItem", summary = "Puts an item on the menu, or describes it anew")
    public Uni<MenuDetail> describe(
            @PathParam("menuItemId") MenuItemId id, @NotNull @Valid MenuItemDescription description) {
        description.check();
        return desk.describe(id, description, caller.signature());
    }
}
