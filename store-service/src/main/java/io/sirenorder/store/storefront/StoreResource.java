package io.sirenorder.store.storefront;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Stores. */
@Cancellable(false)
@Path("/stores")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "stores")
class StoreResource {
    private final StoreList list;
    private final StoreDesk desk;
    private final Tagged tagged;
    private final Caller caller;

    StoreResource(StoreList list, StoreDesk desk, Tagged tagged, Caller caller) {
        this.list = list;
        this.desk = desk;
        this.tagged = tagged;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(summary = "Stores by id or by distance, a page at a time")
    public Uni<Response> list(
            @QueryParam("near") String near,
            @QueryParam("open") boolean open,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context Request request) {
        StoreSearch search = new StoreSearch(StoreSearch.readPlace(near), open, cursor, PageLimit.of(limit));
        return list.page(search).map(page -> tagged.answer(request, page));
    }

    @GET
    @Path("/{storeId}")
    @PermitAll
    @Operation(summary = "A store with all that is known of it")
    public Uni<Response> detail(@PathParam("storeId") StoreId id, @Context Request request) {
        return list.detail(id).map(detail -> tagged.answer(request, detail));
    }

    @PUT
    @Path("/{storeId}")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(summary = "Describes the merchant's own store anew")
    public Uni<StoreDetail> describe(@PathParam("storeId") StoreId id, @NotNull @Valid StoreUpdate update) {
        requireOwn(id);
        update.check();
        return desk.describe(id, update).chain(() -> list.detail(id));
    }

    @PUT
    @Path("/{storeId}/opening")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(summary = "Takes orders from now on")
    public Uni<Void> open(@PathParam("storeId") StoreId id) {
        requireOwn(id);
        return desk.open(id).replaceWithVoid();
    }

    @DELETE
    @Path("/{storeId}/opening")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(summary = "Takes no more orders")
    public Uni<Void> close(@PathParam("storeId") StoreId id) {
        requireOwn(id);
        return desk.close(id).replaceWithVoid();
    }

    private void requireOwn(StoreId id) {
        if (!caller.store().equals(id)) {
            throw new StoreUnknown();
        }
    }
}
