package io.sirenorder.merchant.recovery;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.text.Pasted;
import io.sirenorder.merchant.audit.AccessLog;
import io.sirenorder.merchant.password.PasswordRules;
import io.sirenorder.merchant.password.Passwords;
import io.sirenorder.merchant.session.BadCredentials;
import io.sirenorder.merchant.session.LoginLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Replaces a lost password by a recovery code. */
@Cancellable(false)
@Path("/sessions/recoveries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class RecoveryResource {
    private final RecoveryDesk desk;
    private final RecoveryCodes codes;
    private final Passwords passwords;
    private final LoginLimits limits;
    private final AccessLog log;

    RecoveryResource(RecoveryDesk desk, RecoveryCodes codes, Passwords passwords, LoginLimits limits, AccessLog log) {
        this.desk = desk;
        this.codes = codes;
        this.passwords = passwords;
        this.limits = limits;
        this.log = log;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "recoverPassword",
            summary = "Replaces a lost password by a recovery code; all sessions of the merchant end")
    @APIResponse(responseCode = "204", description = "The new password is valid")
    @APIResponse(responseCode = "401", description = "The code is unknown, used or too old")
    public Uni<Void> recover(@NotNull @Valid Recovery recovery, @Context HttpServerRequest request) {
        PasswordRules.check("newPassword", recovery.newPassword());
        Network network = Network.of(request);
        return limits.take("recovery@" + network, network)
                .chain(attempt -> replace(recovery)
                        .onFailure(BadCredentials.class)
                        .call(() -> limits.fail(attempt))
                        .onFailure(failure -> !(failure instanceof BadCredentials))
                        .call(() -> limits.giveBack(attempt))
                        .call(id -> limits.recovered(attempt, id))
                        .call(id -> log.add(id.toString(), network, AccessLog.Outcome.RECOVERED)))
                .replaceWithVoid();
    }

    private Uni<MerchantId> replace(Recovery recovery) {
        return codes.owner(recovery.code()).chain(owner -> {
            MerchantId id = owner.orElseThrow(BadCredentials::new);
            return passwords
                    .hash(recovery.newPassword())
                    .chain(hash -> desk.recover(recovery.code(), id, hash))
                    .replaceWith(id);
        });
    }

    /** The code and the password that replaces the lost one. */
    record Recovery(
            @NotBlank @Pasted @Size(max = 64) String code,
            @NotNull @Size(max = 1000) String newPassword) {}
}
