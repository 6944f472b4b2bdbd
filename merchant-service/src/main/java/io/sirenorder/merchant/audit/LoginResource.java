package io.sirenorder.merchant.audit;

import io.quarkus.security.identity.SecurityIdentity;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.kit.identity.Caller;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lists who got into a merchant's account, and who did not. */
@Cancellable(false)
@Path("/merchants/{merchantId}/logins")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "merchants")
class LoginResource {
    private final AccessLog log;
    private final Caller caller;
    private final SecurityIdentity identity;

    LoginResource(AccessLog log, Caller caller, SecurityIdentity identity) {
        this.log = log;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            operationId = "listMerchantLogins",
            summary = "Lists logins and refused attempts, newest first; for the merchant and for operators")
    public Uni<Page<Login>> list(
            @PathParam("merchantId") MerchantId id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        if (identity.hasRole(Roles.MERCHANT) && !caller.merchant().equals(id)) {
            throw new NotFound();
        }
        return log.of(id, ChangeLog.before(AccessLog.CURSOR, cursor), PageLimit.of(limit));
    }
}
