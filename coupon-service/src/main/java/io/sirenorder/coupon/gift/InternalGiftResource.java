package io.sirenorder.coupon.gift;

import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.coupon.SentGift;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Gifts, for other services. */
@Cancellable(false)
@Path("/internal/gifts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class InternalGiftResource {
    private final SentGifts sent;
    private final GiftDesk desk;

    InternalGiftResource(SentGifts sent, GiftDesk desk) {
        this.sent = sent;
        this.desk = desk;
    }

    @POST
    @Path("/search")
    @Operation(summary = "Status and amounts of gifts, for the comparison of the books")
    public Uni<List<SentGift>> search(@NotNull @Valid IdBatch batch) {
        return sent.of(batch);
    }

    @GET
    @Path("/{giftId}/purchase")
    @Operation(summary = "The payment that a gift was made of, for a payment-service that has lost it")
    public Uni<Purchase> purchase(@PathParam("giftId") GiftId id) {
        return desk.purchase(id);
    }
}
