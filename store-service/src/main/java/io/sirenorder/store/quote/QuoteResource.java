package io.sirenorder.store.quote;

import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.problem.InvalidRequest;
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

/** Quotes, for neighbours. */
@Cancellable(false)
@Path("/internal/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "internal")
class QuoteResource {
    private static final int MAX_LINES = 20;
    private static final int MAX_QUANTITY = 99;

    private final QuoteDesk desk;

    QuoteResource(QuoteDesk desk) {
        this.desk = desk;
    }

    @POST
    @Operation(summary = "What lines would cost, in a store now or, for a gift, anywhere")
    public Uni<Quote> quote(@NotNull QuoteRequest wanted) {
        check(wanted);
        return desk.quote(wanted);
    }

    private static void check(QuoteRequest wanted) {
        if (wanted.lines() == null || wanted.lines().isEmpty() || wanted.lines().size() > MAX_LINES) {
            throw new InvalidRequest("lines", "must be between 1 and " + MAX_LINES);
        }
        for (int i = 0; i < wanted.lines().size(); i++) {
            check(wanted.lines().get(i), "lines[" + i + "]");
        }
    }

    private static void check(QuoteRequest.Line line, String field) {
        if (line == null || line.menuItemId() == null) {
            throw new InvalidRequest(field + ".menuItemId", "must be given");
        }
        if (line.quantity() < 1 || line.quantity() > MAX_QUANTITY) {
            throw new InvalidRequest(field + ".quantity", "must be between 1 and " + MAX_QUANTITY);
        }
    }
}
