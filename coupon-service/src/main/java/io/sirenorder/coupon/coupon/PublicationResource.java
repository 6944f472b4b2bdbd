package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.coupon.CouponView;
import io.sirenorder.coupon.code.CouponCode;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lets operators publish and revoke coupons. */
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Path("/coupons")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "coupons")
class PublicationResource {
    private static final int CREATED = 201;

    private final PublicationDesk publications;
    private final CouponDesk desk;
    private final CouponBox box;
    private final Caller caller;

    PublicationResource(PublicationDesk publications, CouponDesk desk, CouponBox box, Caller caller) {
        this.publications = publications;
        this.desk = desk;
        this.box = box;
        this.caller = caller;
    }

    /** Repeatable under an {@code Idempotency-Key}: the same coupon is answered again. */
    @POST
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "publishCoupon",
            summary = "Publishes a coupon; repeated under its Idempotency-Key it is the same coupon")
    public Uni<PublishedCoupon> publish(
            @Parameter(
                            description = "A repeated request with the same key is answered with the same coupon",
                            schema = @Schema(minLength = 1, maxLength = 255))
                    @HeaderParam(RequestedId.HEADER)
                    String key,
            @Valid @NotNull Publication publication) {
        CouponId id = RequestedId.of(caller.actorKey(), key);
        return publications.publish(id, publication, caller.actorKey()).map(this::published);
    }

    private PublishedCoupon published(Coupon coupon) {
        CouponView view = coupon.view();
        return new PublishedCoupon(
                box.readable(coupon), view.couponId(), view.name(), view.faceValueKrw(), view.expiresAt());
    }

    @POST
    @Path("/{code}/revocation")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeCoupon",
            summary = "Revokes a coupon that was not paid for; its holder is told the reason",
            description = "The path names the coupon by its code or by its couponId.")
    public Uni<CouponView> revoke(@PathParam("code") String code, @Valid @NotNull RevocationReason why) {
        Cause because = new Cause("operator:" + caller.actorKey(), why.reason());
        Optional<CouponId> id = id(code);
        return id.isPresent() ? desk.revoke(id.get(), because).map(Coupon::view) : revokeByCode(code, because);
    }

    private static Optional<CouponId> id(String text) {
        try {
            return Optional.of(CouponId.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Uni<CouponView> revokeByCode(String code, Cause because) {
        return CouponCode.read(code)
                .map(known -> desk.revoke(known, because))
                .orElseGet(() -> Uni.createFrom().failure(new NotFound()))
                .map(Coupon::view);
    }
}
