package io.sirenorder.testkit.kit;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** A resource with every way to go wrong. */
@Path("/parcels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class ParcelResource {
    private static final PageCursor CURSOR = new PageCursor("parcels", 2);

    private static final Logger LOG = Logger.getLogger(ParcelResource.class);
    private final Caller caller;

    ParcelResource(Caller caller) {
        this.caller = caller;
    }

    @POST
    public Uni<Parcel> send(@Valid Parcel parcel) {
        return Uni.createFrom().item(parcel);
    }

    @GET
    @Path("/{id}")
    public String one(@PathParam("id") OrderId id, @QueryParam("limit") Integer limit) {
        LOG.infof("asked for %s %s", id, PageLimit.of(limit));
        throw new NotFound();
    }

    @GET
    @Path("/{id}/journey")
    @Produces(MediaType.TEXT_PLAIN)
    public String journey(
            @PathParam("id") OrderId id,
            @QueryParam("store") StoreId store,
            @QueryParam("event") UUID event,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("colour") Parcel.Colour colour,
            @QueryParam("fragile") boolean fragile,
            @QueryParam("word") String word,
            @QueryParam("cursor") String cursor) {
        List<String> parts = cursor == null ? List.of() : CURSOR.decode(cursor);
        return Stream.of(id, store, event, after, colour, fragile, word, parts)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @POST
    @Path("/{id}/arrival")
    public Map<String, String> arrive(@PathParam("id") OrderId id) {
        return Map.of("arrived", id.toString());
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("SELECT secret FROM internals");
    }

    @GET
    @Path("/busy")
    public Uni<String> busy() {
        return Uni.createFrom().failure(new TooManyRequests(Duration.ofSeconds(7)));
    }

    @GET
    @Path("/merchant")
    @RolesAllowed(Roles.MERCHANT)
    public Map<String, String> merchant() {
        return Map.of(
                "merchant", caller.merchant().toString(),
                "store", caller.store().toString(),
                "wallet", caller.wallet().toString());
    }

    @GET
    @Path("/buyer")
    @RolesAllowed(Roles.BUYER)
    public Map<String, Object> buyer() {
        return Map.of(
                "buyer", caller.buyer(),
                "recipients", caller.recipients(),
                "nickname", caller.nickname(),
                "actor", caller.actorKey());
    }

    @GET
    @Path("/payment")
    @RolesAllowed(Roles.PAYMENT_SERVICE)
    public Map<String, String> payment() {
        return Map.of("caller", caller.service());
    }

    @GET
    @Path("/service")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.SERVICE)
    public String service() {
        return caller.service();
    }
}
