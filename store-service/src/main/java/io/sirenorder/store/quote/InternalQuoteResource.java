package io.sirenorder.store.quote;

import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.store.menu.WantedLines;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Quotes of gifts and orders, for other services. */
@Cancellable(false)
@Path("/internal/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class InternalQuoteResource {
    private final QuoteDesk desk;

    InternalQuoteResource(QuoteDesk desk) {
        this.desk = desk;
    }

    @POST
    @Operation(summary = "Price of lines, in a store now or, for a gift, anywhere")
    public Uni<Quote> quote(@NotNull QuoteRequest wanted) {
        WantedLines.check(wanted.lines());
        return desk.quote(wanted);
    }
}
