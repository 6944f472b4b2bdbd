package io.sirenorder.merchant.registration;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.feed.idempotency.Idempotent;
import io.sirenorder.kit.http.Network;
import io.sirenorder.merchant.password.PasswordRules;
import io.sirenorder.merchant.password.Passwords;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Registers merchants. */
@Cancellable(false)
@Path("/merchants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "merchants")
class RegistrationResource {
    private final RegistrationDesk desk;
    private final Passwords passwords;
    private final RegistrationLimits limits;

    RegistrationResource(RegistrationDesk desk, Passwords passwords, RegistrationLimits limits) {
        this.desk = desk;
        this.passwords = passwords;
        this.limits = limits;
    }

    @POST
    @PermitAll
    @Idempotent
    @Operation(operationId = "registerMerchant", summary = "Registers a merchant, a store and its wallet")
    @APIResponse(
            responseCode = "201",
            description = "The three ids",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Registered.class)))
    public Uni<Response> register(@NotNull @Valid Registration registration, @Context HttpServerRequest request) {
        StoreProfile store = registration.store().profile();
        PasswordRules.check("password", registration.password(), store.name(), registration.handle());
        return limits.take(Network.of(request))
                .chain(() -> desk.requireFree(registration.handle()))
                .chain(() -> passwords.hash(registration.password()))
                .chain(hash -> register(new NewMerchant(hash, registration.handle(), store)))
                .map(merchant -> Response.status(Response.Status.CREATED)
                        .entity(new Registered(merchant.id(), merchant.storeId(), merchant.walletId()))
                        .build());
    }

    /** Tries once more with other ids where a random id is taken. */
    private Uni<Merchant> register(NewMerchant wish) {
        return desk.register(wish)
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(() -> desk.requireFree(wish.handle()).chain(() -> desk.register(wish)));
    }

    /** The three ids. */
    record Registered(
            @Schema(required = true) MerchantId merchantId,
            @Schema(required = true) StoreId storeId,
            @Schema(required = true) WalletId walletId) {}
}
