package io.sirenorder.merchant.standing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.merchant.registration.MerchantView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lets operators name the account at PortOne that a store is paid into. */
@Cancellable(false)
@Path("/merchants/{merchantId}/stores/{storeId}/payment-account")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
class PaymentAccountResource {
    private final PaymentAccountDesk desk;
    private final Caller caller;

    PaymentAccountResource(PaymentAccountDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @PUT
    @Operation(
            operationId = "setPaymentAccount",
            summary = "Names the account at PortOne that the store's checkouts are paid into from now on",
            description = "Payments and refunds of earlier checkouts stay in the account that they were opened for.")
    public Uni<MerchantView> name(
            @PathParam("merchantId") MerchantId merchant,
            @PathParam("storeId") StoreId store,
            @NotNull @Valid PaymentAccount account) {
        return desk.name(merchant, store, account.code(), "operator:" + caller.actorKey());
    }

    /**
     * The account of a store. A body without the code is refused, so that none moves a store's money by mistake.
     *
     * @param code of one of payment-service's accounts; null for the platform's
     */
    record PaymentAccount(
            @JsonProperty(required = true)
            @Schema(required = true, nullable = true)
            @Nullable
            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
            String code) {}
}
