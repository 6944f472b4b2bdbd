package io.sirenorder.merchant.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class RegistrationResourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Test
    void a_merchant_gets_three_different_ids() {
        JsonPath ids = Registrations.fresh();
        assertThat(Set.of(ids.getString("merchantId"), ids.getString("storeId"), ids.getString("walletId")))
                .hasSize(3)
                .allSatisfy(id -> assertThat(UUID.fromString(id)).isNotNull());
    }

    @Test
    void a_merchant_and_the_word_of_it_are_stored_together() {
        String merchantId = Registrations.fresh().getString("merchantId");
        given().auth()
                .oauth2(Tokens.service("store"))
                .get("/internal/events?after=0&limit=200")
                .then()
                .statusCode(200);
        long told = pool.preparedQuery("""
                        SELECT count(*) AS told FROM
                          (SELECT stream FROM event_feed UNION ALL SELECT stream FROM outbox_pending) AS events
                        WHERE stream = $1
                        """)
                .execute(Tuple.of("merchant:" + merchantId))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong("told");
        assertThat(told).isEqualTo(1);
    }

    @Test
    void a_password_is_kept_one_way_only() {
        String merchantId = Registrations.fresh().getString("merchantId");
        String hash = pool.preparedQuery("SELECT password_hash FROM merchants WHERE id = $1")
                .execute(Tuple.of(UUID.fromString(merchantId)))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getString("password_hash");
        assertThat(hash).startsWith("$2").doesNotContain(Registrations.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven77", "가나다라마바사"})
    void a_short_password_is_refused(String password) {
        refused(Registrations.of(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "        "})
    void an_easy_password_is_refused(String password) {
        refused(Registrations.of(password));
    }

    @Test
    void a_network_that_has_registered_enough_is_sent_away_and_costs_others_nothing() {
        usedUp("203.0.113.9", 999);
        register("203.0.113.9").statusCode(201);
        long total = total();
        register("203.0.113.9").statusCode(429).header("Retry-After", notNullValue());
        assertThat(total()).isEqualTo(total);
        register("6.6.6.6, 203.0.113.9").statusCode(429);
        register("203.0.113.10").statusCode(201);
    }

    @Test
    void all_networks_together_have_a_budget_too() {
        usedUp("*", 10_000);
        try {
            register("203.0.113.11").statusCode(429);
        } finally {
            usedUp("*", 1);
        }
        register("203.0.113.11").statusCode(201);
    }

    private static ValidatableResponse register(String address) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Registrations.of(Registrations.PASSWORD))
                .post("/merchants")
                .then();
    }

    private void usedUp(String who, int used) {
        pool.preparedQuery("""
                        INSERT INTO registration_limits (who, used, window_end) VALUES ($1, $2, now() + interval '1 hour')
                        ON CONFLICT (who) DO UPDATE SET used = excluded.used, window_end = excluded.window_end
                        """).execute(Tuple.of(who, used)).await().atMost(LIMIT);
    }

    private long total() {
        return pool.query("SELECT used FROM registration_limits WHERE who = '*'")
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong("used");
    }

    @Test
    void a_store_off_the_earth_or_without_a_name_is_refused() {
        refused(with("location", Map.of("latitude", 91, "longitude", 0)));
        refused(with("location", Map.of("latitude", 0, "longitude", -181)));
        refused(with("name", " "));
        refused(with("phone", "02-1-1"));
        refused(with("phone", "전화 없음"));
        refused(with("name", "가".repeat(StoreProfile.LONGEST_NAME + 1)));
        refused(with("thumbnailUrl", "http://example.com/insecure.png"));
        refused(with("openingHours", Map.of("MON", Map.of("opens", "25:00", "closes", "26:00"))));
        refused(with("walletId", UUID.randomUUID().toString()));
    }

    @Test
    void a_merchant_signs_in_by_handle_in_any_case() {
        String handle = "gangnam-" + UUID.randomUUID().toString().substring(0, 8);
        String merchantId = withHandle(handle).statusCode(201).extract().path("merchantId");
        given().contentType(ContentType.JSON)
                .body(Map.of("handle", " " + handle.toUpperCase(Locale.ROOT) + " ", "password", Registrations.PASSWORD))
                .post("/sessions")
                .then()
                .statusCode(201)
                .body("merchantId", is(merchantId));
        withHandle(handle).statusCode(409).body("code", is("handle-taken"));
    }

    @Test
    void a_login_names_either_an_id_or_a_handle() {
        for (Map<String, String> login : List.of(
                Map.of("password", Registrations.PASSWORD),
                Map.of(
                        "password",
                        Registrations.PASSWORD,
                        "handle",
                        "gangnam",
                        "merchantId",
                        UUID.randomUUID().toString()))) {
            given().contentType(ContentType.JSON)
                    .body(login)
                    .post("/sessions")
                    .then()
                    .statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "-abc", "Gangnam", "강남점", "a b c", "abcdefghijklmnopqrstuvwxyzabcde"})
    void a_handle_of_another_form_is_refused(String handle) {
        withHandle(handle).statusCode(400);
    }

    @Test
    void of_two_merchants_who_want_one_handle_at_once_one_gets_it() {
        String handle = "twin-" + UUID.randomUUID().toString().substring(0, 8);
        List<Integer> answers = IntStream.range(0, 2)
                .mapToObj(nth -> CompletableFuture.supplyAsync(
                        () -> withHandle(handle).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    private static ValidatableResponse withHandle(String handle) {
        Map<String, Object> registration = new HashMap<>(Registrations.of(Registrations.PASSWORD));
        registration.put("handle", handle);
        return given().contentType(ContentType.JSON)
                .body(registration)
                .post("/merchants")
                .then();
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> store = new HashMap<>(Registrations.store());
        store.put(field, value);
        return Map.of("password", Registrations.PASSWORD, "store", store);
    }

    private static void refused(Map<String, Object> registration) {
        given().contentType(ContentType.JSON)
                .body(registration)
                .post("/merchants")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", is(400));
    }
}
