package io.sirenorder.merchant.registration;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.merchant.password.Passwords;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Registration. */
@Cancellable(false)
@Path("/merchants")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "merchants")
class RegistrationResource {
    private final RegistrationDesk desk;
    private final Passwords passwords;

    RegistrationResource(RegistrationDesk desk, Passwords passwords) {
        this.desk = desk;
        this.passwords = passwords;
    }

    @POST
    @PermitAll
    @Idempotent
    @Operation(summary = "Registers a merchant, a store and its wallet")
    @APIResponseSchema(value = Registered.class, responseCode = "201")
    public Uni<Response> register(@NotNull @Valid Registration registration) {
        StoreProfile store = registration.store().profile();
        return passwords
                .hash(registration.password())
                .chain(hash -> register(hash, store))
                .map(merchant -> Response.status(Response.Status.CREATED)
                        .entity(new Registered(merchant.id(), merchant.storeId(), merchant.walletId()))
                        .build());
    }

    /** Random ids may clash, however rarely: then others will not. */
    private Uni<Merchant> register(String hash, StoreProfile store) {
        return desk.register(hash, store)
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(() -> desk.register(hash, store));
    }

    /** The three ids. */
    record Registered(MerchantId merchantId, StoreId storeId, WalletId walletId) {}
}
