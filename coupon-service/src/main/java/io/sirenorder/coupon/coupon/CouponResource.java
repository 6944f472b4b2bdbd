package io.sirenorder.coupon.coupon;

import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.coupon.CouponView;
import io.sirenorder.coupon.holder.Holders;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.page.PagePosition;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A buyer's coupon box. */
@Cancellable(false)
@Path("/coupons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "coupons")
class CouponResource {
    private final CouponBox box;
    private final CodePresentation counter;
    private final Holders holders;
    private final Caller caller;
    private final SecurityIdentity identity;

    CouponResource(CouponBox box, CodePresentation counter, Holders holders, Caller caller, SecurityIdentity identity) {
        this.box = box;
        this.counter = counter;
        this.holders = holders;
        this.caller = caller;
        this.identity = identity;
    }

    /** Newest first; {@code status} is one or more, separated by commas. */
    @GET
    @RolesAllowed({Roles.BUYER, Roles.OPERATOR})
    @Operation(
            operationId = "listCoupons",
            summary =
                    "Lists coupons, newest first: a buyer's own with their codes, or all of them, without codes, for operators",
            description = "menuItemId is for operators.")
    public Uni<Page<BoxedCoupon>> box(
            @Parameter(
                            description = "One or more, separated by commas; absent means all",
                            explode = Explode.FALSE,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CouponStatus.class))
                    @QueryParam("status")
                    String status,
            @QueryParam("menuItemId") MenuItemId menuItemId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        Set<CouponStatus> statuses = statuses(status);
        PagePosition after = PagePosition.of(CouponBox.CURSOR, cursor);
        PageLimit size = PageLimit.of(limit);
        if (identity.hasRole(Roles.OPERATOR)) {
            return box.all(statuses, menuItemId, after, size);
        }
        if (menuItemId != null) {
            throw new InvalidRequest("menuItemId", "is for operators");
        }
        return holders.of(caller.recipients()).chain(mine -> box.of(mine, statuses, after, size));
    }

    @GET
    @Path("/{couponId}")
    @RolesAllowed({Roles.BUYER, Roles.OPERATOR})
    @Operation(
            operationId = "getCoupon",
            summary =
                    "Reads a coupon with its timeline: a buyer's own with its code, or any, without its code, for operators")
    public Uni<CouponDetail> one(@PathParam("couponId") CouponId couponId) {
        if (identity.hasRole(Roles.OPERATOR)) {
            return box.any(couponId);
        }
        return holders.of(caller.recipients()).chain(mine -> box.one(couponId, mine));
    }

    /** Puts the coupon of this code into the box. */
    @POST
    @Path("/{code}/registration")
    @RolesAllowed(Roles.BUYER)
    @Idempotent
    @Operation(
            operationId = "registerCoupon",
            summary = "Registers the coupon of a code for the buyer; all that can be wrong is answered alike")
    public Uni<CouponView> register(@PathParam("code") String code) {
        return holders.of(caller.recipients())
                .chain(mine -> counter.register(code, mine))
                .map(Coupon::view);
    }

    private static Set<CouponStatus> statuses(String text) {
        if (text == null) {
            return EnumSet.allOf(CouponStatus.class);
        }
        try {
            return Arrays.stream(text.split(",", -1)).map(CouponStatus::valueOf).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("status", "must be of " + EnumSet.allOf(CouponStatus.class));
        }
    }
}
