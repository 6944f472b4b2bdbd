package io.sirenorder.merchant.recovery;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Issues recovery codes, which operators hand over to merchants whose password is lost. */
@Cancellable(false)
@Path("/merchants/{merchantId}/recovery")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operators")
class RecoveryCodeResource {
    private final RecoveryDesk desk;
    private final RecoveryCodes codes;
    private final Caller caller;

    RecoveryCodeResource(RecoveryDesk desk, RecoveryCodes codes, Caller caller) {
        this.desk = desk;
        this.codes = codes;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "issueRecoveryCode",
            summary = "Issues a code with which the merchant chooses a new password; earlier codes are void")
    @APIResponse(
            responseCode = "201",
            description = "The code, which no other answer shows",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecoveryCode.class)))
    public Uni<Response> issue(@PathParam("merchantId") MerchantId id) {
        return desk.issue(id, "operator:" + caller.actorKey())
                .map(code -> Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(new RecoveryCode(code, codes.lifetime().toSeconds()))
                        .build());
    }

    /**
     * A recovery code as an operator hands it over.
     *
     * @param expiresIn seconds for which it can be used
     */
    record RecoveryCode(
            @Schema(required = true) String code,
            @Schema(required = true, minimum = "1") long expiresIn) {}
}
