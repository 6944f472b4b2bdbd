package io.sirenorder.coupon.gift;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.coupon.GiftView;
import io.sirenorder.coupon.holder.Holders;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.page.PagePosition;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A buyer's gifts, received and sent. */
@Cancellable(false)
@Path("/gifts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BUYER)
@Tag(name = "gifts")
class GiftResource {
    private static final PageCursor CURSOR = new PageCursor("gifts", 2);

    private final Gifts gifts;
    private final GiftDesk desk;
    private final Holders holders;
    private final Caller caller;

    GiftResource(Gifts gifts, GiftDesk desk, Holders holders, Caller caller) {
        this.gifts = gifts;
        this.desk = desk;
        this.holders = holders;
        this.caller = caller;
    }

    /** Newest first; {@code role} is {@code received} (default) or {@code sent}. */
    @GET
    @WithSession
    @Operation(operationId = "listGifts", summary = "Lists the gifts received or sent, newest first")
    public Uni<Page<GiftView>> box(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"received", "sent"},
                                            defaultValue = "received"))
                    @QueryParam("role")
                    String role,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        GiftSide side = GiftSide.of(role);
        PagePosition after = PagePosition.of(CURSOR, cursor);
        PageLimit size = PageLimit.of(limit);
        return holders.of(caller.recipients())
                .chain(mine -> gifts.box(side, mine, after, size.plusOne()))
                .map(found -> Page.of(found, size, GiftResource::cursor).map(Gift::view));
    }

    private static String cursor(Gift gift) {
        return new PagePosition(gift.sentAt, gift.giftId).cursor(CURSOR);
    }

    /** The recipient's first GET opens the gift; HEAD changes nothing (RFC 9110, 9.2.1). */
    @GET
    @Path("/{giftId}")
    @Operation(
            operationId = "getGift",
            summary = "Reads a gift as its sender or recipient; the recipient's first GET opens it")
    public Uni<GiftView> one(@PathParam("giftId") GiftId giftId, @Context Request request) {
        boolean isLook = !HttpMethod.HEAD.equals(request.getMethod());
        return holders.of(caller.recipients())
                .chain(mine -> desk.look(giftId, mine)
                        .chain(gift -> isLook && gift.isFor(mine) && gift.isUnopened()
                                ? desk.open(giftId)
                                : Uni.createFrom().item(gift)))
                .map(Gift::view);
    }

    @POST
    @Path("/{giftId}/decline")
    @Idempotent
    @Operation(operationId = "declineGift", summary = "Declines an unused gift; its payer gets the money back")
    public Uni<GiftView> decline(@PathParam("giftId") GiftId giftId) {
        return holders.of(caller.recipients())
                .chain(mine -> desk.decline(giftId, mine))
                .map(Gift::view);
    }
}
