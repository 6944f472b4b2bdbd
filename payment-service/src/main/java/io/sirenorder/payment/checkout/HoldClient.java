package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.RetryOnce;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Takes and gives back stock and kitchen time at store-service. */
@ApplicationScoped
class HoldClient {
    private static final Logger LOG = Logger.getLogger(HoldClient.class);
    private static final String WITHOUT_HOLDS = "not-found";

    private final HoldApi holds;
    private final QuoteApi quotes;
    private final CheckoutConfig config;

    HoldClient(@RestClient HoldApi holds, @RestClient QuoteApi quotes, CheckoutConfig config) {
        this.holds = holds;
        this.quotes = quotes;
        this.config = config;
    }

    /** The price, and what was taken at it; a store-service of the release before, which has no holds, quotes and promises nothing. */
    Uni<Quote> take(CheckoutId id, Recipient buyer, QuoteRequest wanted) {
        HoldRequest request = new HoldRequest(
                buyer,
                wanted.storeId(),
                wanted.pickup(),
                wanted.lines(),
                config.validity().plus(config.grace()));
        return RetryOnce.asked(CallerContext.after(holds.hold(id.toString(), request)))
                .onFailure(HoldClient::isWithoutHolds)
                .recoverWithUni(() -> RetryOnce.asked(CallerContext.after(quotes.quote(wanted)))
                        .map(Quote::withoutPromise));
    }

    private static boolean isWithoutHolds(Throwable failure) {
        return failure instanceof NeighbourProblem problem && WITHOUT_HOLDS.equals(problem.code());
    }

    /** Gives back at once what a checkout holds that was not opened. Without an answer store-service finds out by itself. */
    Uni<Void> giveBack(CheckoutId id) {
        return CallerContext.after(holds.release(id.toString()))
                .onFailure()
                .invoke(failure -> LOG.infof("the hold of checkout %s is left to store-service: %s", id, failure))
                .onFailure()
                .recoverWithNull();
    }
}
