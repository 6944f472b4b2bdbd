package io.sirenorder.coupon.loyalty;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.coupon.BoxedCoupon;
import io.sirenorder.coupon.coupon.CouponBox;
import io.sirenorder.coupon.coupon.RequestedId;
import io.sirenorder.coupon.holder.Holders;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A buyer's stamps and points. */
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BUYER)
@Tag(name = "loyalty")
class LoyaltyResource {
    private static final int CREATED = 201;
    private static final PageCursor CURSOR = new PageCursor("loyalty-entries", 1);

    private final Ledger ledger;
    private final StampDesk stamps;
    private final CouponBox box;
    private final Holders holders;
    private final Caller caller;

    LoyaltyResource(Ledger ledger, StampDesk stamps, CouponBox box, Holders holders, Caller caller) {
        this.ledger = ledger;
        this.stamps = stamps;
        this.box = box;
        this.holders = holders;
        this.caller = caller;
    }

    @GET
    @Path("/loyalty")
    @WithSession
    @Operation(operationId = "getLoyalty", summary = "Reads the balance of points and stamps")
    public Uni<Balance> balance() {
        Recipient self = caller.self();
        return holders.of(caller.recipients())
                .chain(() -> holders.addressesOf(self))
                .chain(addresses -> ledger.balance(with(self, addresses)));
    }

    @GET
    @Path("/loyalty/entries")
    @WithSession
    @Operation(operationId = "listLoyaltyEntries", summary = "Lists the moves of points and stamps, newest first")
    public Uni<Page<LedgerEntry.EntryView>> entries(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Recipient self = caller.self();
        long before = before(cursor);
        PageLimit size = PageLimit.of(limit);
        return holders.of(caller.recipients())
                .chain(() -> holders.addressesOf(self))
                .chain(addresses -> ledger.entries(with(self, addresses), before, size.plusOne()))
                .map(found -> Page.of(found, size, last -> CURSOR.encode(Long.toString(last.id)))
                        .map(LedgerEntry::view));
    }

    private static long before(String cursor) {
        try {
            return cursor == null
                    ? Long.MAX_VALUE
                    : Long.parseLong(CURSOR.decode(cursor).get(0));
        } catch (NumberFormatException e) {
            throw PageCursor.invalid();
        }
    }

    private static List<Recipient> with(Recipient self, List<Recipient> addresses) {
        return Stream.concat(Stream.of(self), addresses.stream()).toList();
    }

    /** Six stamps for a coupon. Repeatable under an {@code Idempotency-Key}: the same coupon is answered again. */
    @POST
    @Path("/stamps/exchange")
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "exchangeStamps",
            summary = "Exchanges six stamps for a coupon; repeated under its Idempotency-Key it is the same coupon")
    public Uni<BoxedCoupon> exchange(
            @Parameter(
                            description = "A repeated request with the same key is answered with the same coupon",
                            schema = @Schema(minLength = 1, maxLength = 255))
                    @HeaderParam(RequestedId.HEADER)
                    String key) {
        Recipient self = caller.self();
        CouponId id = RequestedId.of(caller.actorKey(), key);
        return holders.of(caller.recipients())
                .chain(() -> stamps.exchange(self, id))
                .map(box::boxed);
    }
}
