package io.sirenorder.coupon.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.coupon.Calls;
import io.sirenorder.coupon.StoreStandIn;
import io.sirenorder.feed.background.OwnContext;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.sirenorder.testkit.SirenTestResource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After any outcome of a call, its caller continues with the database session of its own context. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class StoreClientTest {
    private static final QuoteRequest AN_AMERICANO =
            new QuoteRequest(null, List.of(new QuoteRequest.Line(StoreStandIn.AMERICANO, 1, null)));

    @Inject
    Vertx vertx;

    @Inject
    StoreClient store;

    @BeforeEach
    void theStoreIsThere() {
        StoreStandIn.opens();
    }

    @Test
    void an_answer_comes_back_to_where_it_was_asked() {
        comesBack(() -> store.priced(AN_AMERICANO));
    }

    @Test
    void a_late_answer_does() {
        StoreStandIn.answersTheSecondQuestion();
        comesBack(() -> store.priced(AN_AMERICANO));
    }

    @Test
    void a_refusal_does() {
        comesBack(() -> store.order(Calls.newOrder()));
    }

    @Test
    void silence_does() {
        StoreStandIn.isSilent();
        comesBack(() ->
                store.priced(AN_AMERICANO).onFailure(NeighbourUnavailable.class).recoverWithNull());
    }

    private <T> void comesBack(Supplier<Uni<T>> question) {
        Boolean sameContext = OwnContext.run(vertx, () -> {
                    Context here = Vertx.currentContext();
                    return question.get()
                            .map(answer -> Vertx.currentContext() == here && Context.isOnEventLoopThread());
                })
                .await()
                .atMost(Duration.ofSeconds(20));
        assertThat(sameContext).isTrue();
    }
}
