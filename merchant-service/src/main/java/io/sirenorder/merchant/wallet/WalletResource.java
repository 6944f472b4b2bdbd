package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.WalletId;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Balance and entries of a merchant's own wallet; any other wallet is a 404. */
@Cancellable(false)
@Path("/wallets/{walletId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MERCHANT)
@Tag(name = "wallets")
class WalletResource {
    private final Wallets wallets;
    private final Caller caller;

    WalletResource(Wallets wallets, Caller caller) {
        this.wallets = wallets;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getWallet", summary = "Reads the balance, the sum of all entries")
    public Uni<Balance> balance(@PathParam("walletId") WalletId id) {
        requireOwn(id);
        return wallets.balance(id).map(balance -> new Balance(id, balance));
    }

    @GET
    @Path("/entries")
    @Operation(operationId = "listWalletEntries", summary = "Lists the entries, newest first")
    public Uni<Page<WalletEntry>> entries(
            @PathParam("walletId") WalletId id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        requireOwn(id);
        return wallets.entries(id, cursor, PageLimit.of(limit));
    }

    private void requireOwn(WalletId id) {
        if (!caller.wallet().equals(id)) {
            throw new NotFound();
        }
    }

    /** Sales less reversals: a statement, since no money is held here. */
    @Schema(name = "WalletBalance")
    record Balance(
            @Schema(required = true) WalletId walletId,
            @Schema(required = true) Krw balanceKrw) {}
}
