package io.sirenorder.store.quote;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.store.menu.WantedLines;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Quotes, for anyone. */
@Cancellable(false)
@Path("/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class QuoteResource {
    private final QuoteDesk desk;

    QuoteResource(QuoteDesk desk) {
        this.desk = desk;
    }

    /** Price and ready window of lines at a store now. */
    record PublicQuote(StoreId storeId, String storeName, List<OrderLine> lines, Krw totalKrw, Promise promise) {
        static PublicQuote of(Quote quote) {
            return new PublicQuote(
                    quote.storeId(), quote.storeName(), quote.lines(), quote.totalKrw(), quote.promise());
        }
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "quoteOrder",
            summary = "Price of lines at a store now, and when they would be ready",
            description = "Takes nothing: a checkout may find less. Refused as a checkout would be.")
    @APIResponse(responseCode = "404", description = "No such store or menu item")
    @APIResponseSchema(value = PublicQuote.class, responseCode = "200", responseDescription = "The quote")
    public Uni<PublicQuote> quote(@NotNull QuoteRequest wanted) {
        if (wanted.storeId() == null) {
            throw new InvalidRequest("storeId", "must be given");
        }
        WantedLines.check(wanted.lines());
        return desk.quote(wanted).map(PublicQuote::of);
    }
}
