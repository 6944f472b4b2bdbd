package io.sirenorder.store.presence;

import static io.sirenorder.store.Town.asService;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.RedisProbe;
import io.sirenorder.testkit.SirenTestResource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A picture of the tills that has grown old says nothing: unknown is no. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@TestProfile(ForgottenPresenceTest.Forgetful.class)
class ForgottenPresenceTest {
    private static final int PRIORITY = 200;
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(20));

    @Inject
    Town town;

    @Inject
    StorePresence presence;

    /** Two seconds stand for forty-five. */
    public static class Forgetful implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("siren.presence.remember-for", "2S");
        }
    }

    @Test
    void presence_older_than_is_remembered_is_closed_and_opens_by_itself() {
        Shop shop = town.openShop();
        QuoteRequest latte = new QuoteRequest(
                shop.store(), List.of(new QuoteRequest.Line(MenuItemId.fromString("caffe-latte"), 1, Map.of())));
        asService().body(latte).post("/internal/quotes").then().statusCode(200);
        CompletableFuture<Object> silence =
                CompletableFuture.supplyAsync(() -> RedisProbe.command("DEBUG", "SLEEP", "4"));

        SOON.that(() -> problem(asService().body(latte).post("/internal/quotes").then(), 409, "store-closed"));
        assertThat(silence.isDone()).isFalse();

        silence.join();
        SOON.that(() -> asService().body(latte).post("/internal/quotes").then().statusCode(200));
    }

    /** Nothing else is waited for than the next look, and its period is told below. */
    @Test
    void back_up_it_sells_after_one_look() throws Throwable {
        Shop shop = town.openShop();
        CompletableFuture<Object> silence =
                CompletableFuture.supplyAsync(() -> RedisProbe.command("DEBUG", "SLEEP", "4"));
        SOON.that(() -> assertThat(presence.known(shop.store())).isEqualTo(Liveness.UNKNOWN));
        silence.join();

        Liveness seen = VertxContextSupport.subscribeAndAwait(
                () -> presence.refresh().map(looked -> presence.known(shop.store())));
        assertThat(seen).isEqualTo(Liveness.LIVE);
    }

    @Test
    void the_last_picture_stands_for_forty_five_seconds_and_two_looks_take_less_than_five() {
        PresenceConfig unset = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, PRIORITY, new DurationConverter())
                .withMapping(PresenceConfig.class)
                .build()
                .getConfigMapping(PresenceConfig.class);
        assertThat(unset.rememberFor()).isEqualTo(Duration.ofSeconds(45));
        assertThat(unset.refreshEvery().plus(unset.timeout()).multipliedBy(2)).isLessThan(Duration.ofSeconds(5));
    }
}
