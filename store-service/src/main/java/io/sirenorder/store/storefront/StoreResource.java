package io.sirenorder.store.storefront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private final StorePatch patch;
    private final Tagged tagged;
    private final Caller caller;

    StoreResource(StoreList list, StoreDesk desk, StorePatch patch, Tagged tagged, Caller caller) {
        this.patch = patch;
        this.list = list;
        this.desk = desk;
        this.tagged = tagged;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listStores", summary = "Stores by id or by distance, a page at a time")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the If-None-Match tag")
    public Uni<Response> list(
            @Parameter(
                            description = "LAT,LNG in degrees: sorts by distance from there; absent sorts by id",
                            schema = @Schema(pattern = "-?[0-9.]+,-?[0-9.]+", examples = "37.4979,127.0276"))
                    @QueryParam("near")
                    String near,
            @Parameter(description = "Only stores that an order would reach now") @QueryParam("open") boolean open,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context Request request) {
        StoreSearch search = new StoreSearch(StoreSearch.readPlace(near), open, cursor, PageLimit.of(limit));
        return list.page(search).map(page -> tagged.answer(request, page));
    }

    @GET
    @Path("/{storeId}")
    @PermitAll
    @Operation(operationId = "getStore", summary = "A store with all that is known of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StoreDetail.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the If-None-Match tag")
    public Uni<Response> detail(
            @PathParam("storeId") StoreId id, @Context Request request, @Context SecurityContext security) {
        boolean own = security.isUserInRole(Roles.MERCHANT) && caller.store().equals(id);
        return (own ? list.ownDetail(id) : list.detail(id)).map(detail -> tagged.answer(request, detail));
    }

    @PUT
    @Path("/{storeId}")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(operationId = "putStore", summary = "Describes the merchant's store anew")
    public Uni<StoreDetail> describe(@PathParam("storeId") StoreId id, @NotNull @Valid StoreUpdate update) {
        requireOwn(id);
        update.check();
        return desk.describe(id, update, caller.signature()).chain(() -> list.ownDetail(id));
    }

    @PATCH
    @Path("/{storeId}")
    @RolesAllowed(Roles.MERCHANT)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            operationId = "patchStore",
            summary =
                    "Changes members of the description of the merchant's store: absent ones stay, null clears (RFC 7396)")
    public Uni<StoreDetail> patch(
            @PathParam("storeId") StoreId id,
            @RequestBody(content = @Content(schema = @Schema(implementation = StoreUpdate.class))) @NotNull
                    JsonNode changes) {
        requireOwn(id);
        if (!(changes instanceof ObjectNode members)) {
            throw new InvalidRequest("body", "must be an object of the members to change");
        }
        return desk.patch(id, current -> patch.apply(current, members), caller.signature())
                .chain(() -> list.ownDetail(id));
    }

    @PUT
    @Path("/{storeId}/special-days/{date}")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            operationId = "putSpecialDay",
            summary = "Closes the merchant's store on a date, or gives that date its own hours")
    public Uni<Void> special(
            @PathParam("storeId") StoreId id,
            @Schema(format = "date") @PathParam("date") String date,
            @NotNull @Valid SpecialDay day) {
        requireOwn(id);
        day.check();
        return desk.special(id, date(date), day, caller.signature());
    }

    @DELETE
    @Path("/{storeId}/special-days/{date}")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(operationId = "deleteSpecialDay", summary = "Gives a date the hours of its weekday again")
    public Uni<Void> ordinary(
            @PathParam("storeId") StoreId id, @Schema(format = "date") @PathParam("date") String date) {
        requireOwn(id);
        return desk.ordinary(id, date(date), caller.signature());
    }

    private static LocalDate date(String text) {
        try {
            if (text.length() == "2026-01-01".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException bad) {
            throw new InvalidRequest("date", "must be YYYY-MM-DD");
        }
        throw new InvalidRequest("date", "must be YYYY-MM-DD");
    }

    @PUT
    @Path("/{storeId}/opening")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(operationId = "openStore", summary = "Takes orders from now on")
    public Uni<Void> open(@PathParam("storeId") StoreId id) {
        requireOwn(id);
        return desk.open(id).replaceWithVoid();
    }

    @DELETE
    @Path("/{storeId}/opening")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(operationId = "closeStore", summary = "Takes no more orders")
    public Uni<Void> close(@PathParam("storeId") StoreId id) {
        requireOwn(id);
        return desk.close(id).replaceWithVoid();
    }

    /** A page of stores, as the list answers it. */
    @Schema(name = "StorePage")
    record Listed(List<StoreSummary> items, @Nullable String nextCursor) {}

    private void requireOwn(StoreId id) {
        if (!caller.store().equals(id)) {
            throw new StoreUnknown();
        }
    }
}
