package io.sirenorder.coupon.menu;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks store-service, for a bounded time and once more when it stumbles. */
@ApplicationScoped
public class StoreClient {
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final StoreApi api;

    StoreClient(@RestClient StoreApi api) {
        this.api = api;
    }

    /** The price of these lines, in their order. Fails with {@link NotSold} when they can't be had. */
    public Uni<List<OrderLine>> priced(QuoteRequest request) {
        return patiently(api.quote(request))
                .map(Quote::lines)
                .onFailure(StoreClient::isRefusal)
                .transform(NotSold::new);
    }

    /** The order as it stands, or empty when there is none. */
    public Uni<Optional<OrderView>> order(OrderId id) {
        return patiently(api.order(id))
                .map(Optional::of)
                .onFailure(failure -> failure instanceof NeighbourProblem problem && problem.status() == NOT_FOUND)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof NeighbourProblem problem && problem.status() < SERVER_ERROR;
    }

    private static <T> Uni<T> patiently(Uni<T> call) {
        return RetryOnce.asked(
                        CallerContext.after(call.ifNoItem().after(PATIENCE).fail()))
                .onFailure(TimeoutException.class)
                .transform(NeighbourUnavailable::new);
    }
}
