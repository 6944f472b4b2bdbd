package io.sirenorder.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.TestIssuers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class EndedTokensTest {
    @Inject
    Town town;

    @Inject
    EndedTokens tokens;

    @AfterEach
    void forget() {
        StubServices.forget();
    }

    @Test
    void tokens_of_an_account_whose_sessions_ended_are_refused_and_others_go_on() {
        Shop shop = town.shop();
        Shop other = town.shop();
        opens(shop, 204);

        ended(shop.merchant(), null);

        opens(shop, 401);
        opens(other, 204);
    }

    @Test
    void the_token_of_one_session_that_ended_is_refused_and_the_accounts_others_go_on() {
        Shop shop = town.shop();
        String session = UUID.randomUUID().toString();
        Shop first = of(shop, session);
        Shop second = of(shop, UUID.randomUUID().toString());
        opens(first, 204);

        ended(shop.merchant(), session);

        opens(first, 401);
        opens(second, 204);
    }

    @Test
    void known_ends_stay_while_merchant_service_does_not_answer() {
        Shop shop = town.shop();
        ended(shop.merchant(), null);
        StubServices.answer("GET", "/internal/ended-sessions", request -> Reply.problem(503, "unavailable"));

        tokens.poll().await().atMost(Duration.ofSeconds(10));

        opens(shop, 401);
    }

    private void ended(MerchantId merchant, String session) {
        Map<String, Object> end = new HashMap<>();
        end.put("merchantId", merchant.toString());
        end.put("before", Instant.now().plusSeconds(2).toString());
        end.put("sid", session);
        end.put("at", Instant.now().toString());
        StubServices.answer("GET", "/internal/ended-sessions", request -> Reply.json(200, List.of(end)));
        tokens.poll().await().atMost(Duration.ofSeconds(10));
        assertThat(StubServices.requests())
                .anyMatch(request -> request.neighbour().equals("merchant"));
    }

    private static Shop of(Shop shop, String session) {
        Map<String, Object> claims = Map.of(
                "store_id",
                shop.store().toString(),
                "wallet_id",
                UUID.randomUUID().toString(),
                "sid",
                session);
        String token = TestIssuers.MERCHANTS.token(shop.merchant().toString(), claims);
        return new Shop(shop.merchant(), shop.store(), token);
    }

    private static void opens(Shop shop, int status) {
        Town.as(shop).put(shop.path() + "/opening").then().statusCode(status);
    }
}
