package io.sirenorder.store.presence;

import static io.sirenorder.store.Town.asService;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.RedisProbe;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class StorePresenceTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Town town;

    @Inject
    StorePresence live;

    @Test
    void while_redis_is_silent_the_last_picture_stands() {
        Shop open = town.openShop();
        Shop closed = town.shop();
        CompletableFuture<Object> silence =
                CompletableFuture.supplyAsync(() -> RedisProbe.command("DEBUG", "SLEEP", "3"));

        do {
            asService().body(latteAt(open)).post("/internal/quotes").then().statusCode(200);
            asService().body(latteAt(closed)).post("/internal/quotes").then().statusCode(409);
        } while (!silence.isDone());
    }

    @Test
    void when_redis_has_lost_its_memory_the_last_picture_stands_until_tills_are_reported_again() {
        RedisProbe.command("SET", Mailbox.EPOCH_KEY, "before");
        Shop open = town.openShop();
        Eventually.within(LIMIT)
                .that(() -> assertThat(live.all()).contains(open.store().value()));
        Eventually.within(LIMIT).that(() -> assertThat(live.epoch()).isEqualTo("before"));

        RedisProbe.flush();
        RedisProbe.command("SET", Mailbox.EPOCH_KEY, "after");
        Eventually.within(LIMIT).that(() -> assertThat(live.epoch()).isEqualTo("after"));
        assertThat(live.known(open.store())).isEqualTo(Liveness.LIVE);
        asService().body(latteAt(open)).post("/internal/quotes").then().statusCode(200);
    }

    private static QuoteRequest latteAt(Shop shop) {
        return new QuoteRequest(
                shop.store(), List.of(new QuoteRequest.Line(MenuItemId.fromString("caffe-latte"), 1, Map.of())));
    }
}
