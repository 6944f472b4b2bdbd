package io.sirenorder.store.presence;

import static io.sirenorder.store.Town.asService;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.RedisProbe;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class LiveStoresTest {
    @Inject
    Town town;

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

    private static QuoteRequest latteAt(Shop shop) {
        return new QuoteRequest(
                shop.store(), List.of(new QuoteRequest.Line(MenuItemId.fromString("caffe-latte"), 1, Map.of())));
    }
}
