package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The kitchen of a store, for its merchant. */
@Cancellable(false)
@Path("/stores/{storeId}/kitchen")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MERCHANT)
@Tag(name = "stores")
class KitchenResource {
    private final StoreDesk desk;
    private final Stores stores;
    private final Caller caller;

    KitchenResource(StoreDesk desk, Stores stores, Caller caller) {
        this.desk = desk;
        this.stores = stores;
        this.caller = caller;
    }

    /** Settings of a kitchen as they can be set, and how its promises were kept. */
    record KitchenView(
            @Nullable Integer prepMinutes,
            @Nullable Integer secondsPerUnit,
            @Nullable Integer windowMinutes,
            @Nullable Integer slotMinutes,
            @Nullable Integer unitsPerSlot,
            @Nullable KitchenSettings.Collection collection,
            PromiseFigures promises) {
        static KitchenView of(KitchenSettings kitchen, PromiseFigures promises) {
            return new KitchenView(
                    kitchen.prepMinutes(),
                    kitchen.secondsPerUnit(),
                    kitchen.windowMinutes(),
                    kitchen.slotMinutes(),
                    kitchen.unitsPerSlot(),
                    kitchen.collection(),
                    promises);
        }
    }

    @GET
    @Operation(
            operationId = "getKitchen",
            summary = "Settings of the merchant's store's kitchen, and how its promises were kept")
    public Uni<KitchenView> get(@PathParam("storeId") StoreId id) {
        requireOwn(id);
        return Panache.withSession(() -> stores.get(id)
                .chain(store -> stores.figures(id).map(figures -> KitchenView.of(store.kitchen(), figures))));
    }

    @PUT
    @Operation(
            operationId = "putKitchen",
            summary = "Sets how fast the merchant's store's kitchen works, whole: an absent number is the house's")
    public Uni<KitchenSettings> set(@PathParam("storeId") StoreId id, @NotNull @Valid KitchenSettings settings) {
        requireOwn(id);
        settings.check();
        return desk.cook(id, settings, caller.signature()).map(Store::kitchen);
    }

    private void requireOwn(StoreId id) {
        if (!caller.store().equals(id)) {
            throw new StoreUnknown();
        }
    }
}
