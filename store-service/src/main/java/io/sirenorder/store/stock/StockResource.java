package io.sirenorder.store.stock;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.store.storefront.StoreUnknown;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Counted items of a store, for its till. */
@Cancellable(false)
@Path("/stores/{storeId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MERCHANT)
@Tag(name = "menu")
class StockResource {
    private final StockDesk desk;
    private final Caller caller;

    StockResource(StockDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /**
     * Pieces of an item.
     *
     * @param remaining pieces that may still be sold ahead
     * @param daily pieces to begin each later trading day with; absent: the count goes on
     */
    @Schema(name = "StockCount")
    record Count(
            @NotNull @Min(0) @Max(9_999) Integer remaining,
            @Min(0) @Max(9_999) Integer daily) {}

    /** Pieces that came (positive) or were sold at the counter (negative). */
    @Schema(name = "StockAdjustment")
    record Adjustment(@NotNull @Min(-999) @Max(999) Integer delta) {}

    /** All counted items. */
    @Schema(name = "StockList")
    record Counted(List<ItemStock> items) {}

    @GET
    @Path("/stock")
    @Operation(operationId = "listStock", summary = "The counted items of the merchant's store")
    public Uni<Counted> list(@PathParam("storeId") StoreId store) {
        requireOwn(store);
        return desk.list(store).map(Counted::new);
    }

    @PUT
    @Path("/menu/{menuItemId}/stock")
    @Operation(operationId = "setStock", summary = "Counts an item: sets how many may still be sold ahead")
    public Uni<StockLevel> count(
            @PathParam("storeId") StoreId store,
            @PathParam("menuItemId") MenuItemId item,
            @NotNull @Valid Count count) {
        requireOwn(store);
        return desk.count(store, item, count.remaining(), count.daily());
    }

    @POST
    @Path("/menu/{menuItemId}/stock/adjustments")
    @Idempotent
    @Operation(operationId = "adjustStock", summary = "Adds pieces, or takes away those sold at the counter")
    public Uni<StockLevel> adjust(
            @PathParam("storeId") StoreId store,
            @PathParam("menuItemId") MenuItemId item,
            @NotNull @Valid Adjustment adjustment) {
        requireOwn(store);
        if (adjustment.delta() == 0) {
            throw new InvalidRequest("delta", "must not be 0");
        }
        return desk.adjust(store, item, adjustment.delta());
    }

    @DELETE
    @Path("/menu/{menuItemId}/stock")
    @Operation(operationId = "stopCountingStock", summary = "Counts an item no more")
    public Uni<Void> stop(@PathParam("storeId") StoreId store, @PathParam("menuItemId") MenuItemId item) {
        requireOwn(store);
        return desk.stop(store, item);
    }

    private void requireOwn(StoreId store) {
        if (!caller.store().equals(store)) {
            throw new StoreUnknown();
        }
    }
}
