package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.store.storefront.StoreUnknown;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Availability and price of the menu's items at a store. */
@Cancellable(false)
@Path("/stores/{storeId}/menu/{menuItemId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MERCHANT)
@Tag(name = "menu")
class StoreMenuResource {
    private final MenuDesk desk;
    private final Caller caller;
    private final DatabaseClock clock;

    StoreMenuResource(MenuDesk desk, Caller caller, DatabaseClock clock) {
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    /** The store's own price; null is the menu's. */
    record ItemPrice(@Nullable @Min(0) @Max(1_000_000) Long priceKrw) {}

    @PUT
    @Path("/availability")
    @Operation(
            operationId = "setItemAvailability",
            summary = "Marks an item as sold out, for a while or until further notice, or as there again")
    public Uni<Void> availability(
            @PathParam("storeId") StoreId store,
            @PathParam("menuItemId") MenuItemId item,
            @NotNull @Valid ItemAvailability said) {
        requireOwn(store);
        if (said.until() != null && (said.available() || !said.until().isAfter(clock.now()))) {
            throw new InvalidRequest("until", "must be in the future, and only for what is not available");
        }
        return desk.makeAvailable(store, item, said);
    }

    @PUT
    @Path("/price")
    @Operation(
            operationId = "setItemPrice",
            summary = "Sets the store's own price of an item, or goes back to the menu's")
    public Uni<Void> price(
            @PathParam("storeId") StoreId store,
            @PathParam("menuItemId") MenuItemId item,
            @NotNull @Valid ItemPrice said) {
        requireOwn(store);
        return desk.price(store, item, said.priceKrw() == null ? null : Krw.of(said.priceKrw()), caller.signature());
    }

    private void requireOwn(StoreId store) {
        if (!caller.store().equals(store)) {
            throw new StoreUnknown();
        }
    }
}
