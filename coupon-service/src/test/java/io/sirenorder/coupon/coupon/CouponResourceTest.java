package io.sirenorder.coupon.coupon;

import static io.sirenorder.coupon.Calls.buyer;
import static io.sirenorder.coupon.Calls.newName;
import static io.sirenorder.coupon.Calls.operator;
import static io.sirenorder.coupon.Calls.published;
import static io.sirenorder.coupon.Calls.register;
import static io.sirenorder.coupon.Calls.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.coupon.Database;
import io.sirenorder.coupon.StoreStandIn;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.RedisProbe;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coupons over HTTP: published, registered, shown, revoked. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CouponResourceTest {
    @Inject
    Database database;

    private final String kim = newName();

    @BeforeEach
    void theStoreIsThere() {
        StoreStandIn.opens();
    }

    @Test
    void a_published_coupon_is_registered_by_one_buyer_and_lies_in_their_box_with_its_code() {
        String code = published();
        register(kim, code).then().statusCode(200).body("status", equalTo("REGISTERED"));
        buyer(kim)
                .get("/coupons")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].code", equalTo(code))
                .body("items[0].menuItemId", equalTo("americano"))
                .body("items[0].faceValueKrw", equalTo(4500))
                .body("items[0].origin", equalTo("PROMOTION"));
        register(kim, code).then().statusCode(200);
    }

    @Test
    void another_buyer_cannot_register_it_and_no_answer_tells_why() throws SQLException {
        String taken = registered(kim);
        String expired = published();
        database.run(
                "UPDATE coupons SET issued_at = issued_at - interval '2 days', expires_at = now() WHERE coupon_id = ?",
                newest());
        String revoked = published();
        revoke(revoked).then().statusCode(200);
        String lee = newName();
        List<String> answers = new ArrayList<>();
        for (String code :
                List.of(taken, expired, revoked, "0000-0000-0000-00000", "nonsense", "7K3M-9QTR-VX2C-0H8NP")) {
            Response answer = register(lee, code);
            answer.then().statusCode(409).body("code", equalTo("coupon-not-usable"));
            answers.add(answer.jsonPath().getString("title") + answer.jsonPath().getString("detail"));
        }
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("유효하지 않은 쿠폰");
    }

    @Test
    void fifty_buyers_want_the_same_code_and_one_gets_it() {
        String code = published();
        List<Integer> statuses = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> register(newName(), code).statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void a_typo_in_case_or_dashes_is_forgiven() {
        String code = published();
        register(kim, code.toLowerCase(java.util.Locale.ROOT).replace("-", ""))
                .then()
                .statusCode(200);
    }

    @Test
    void who_guesses_is_slowed_down_and_others_are_not() {
        String thief = newName();
        for (int i = 0; i < 20; i++) {
            register(thief, "GUESS-" + i).then().statusCode(409);
        }
        register(thief, published())
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("too-many-requests"));
        register(kim, published()).then().statusCode(200);
    }

    @Test
    void guesses_at_the_same_moment_count_each_other() {
        String thief = newName();
        List<Integer> answers = java.util.stream.IntStream.range(0, 80)
                .parallel()
                .mapToObj(i -> register(thief, "GUESS-" + i).statusCode())
                .toList();
        assertThat(answers)
                .containsOnly(409, 429)
                .filteredOn(status -> status == 409)
                .hasSize(20);
    }

    @Test
    void right_codes_cost_no_guess() {
        for (int i = 0; i < 21; i++) {
            register(kim, published()).then().statusCode(200);
        }
    }

    @Test
    void a_pasted_code_is_read_with_the_white_space_that_came_along() {
        for (String around : List.of("\n", "\t", "\u00a0", "\u200b", "\u3000")) {
            String code = published();
            buyer(kim)
                    .post("/coupons/{code}/registration", around + code.replace("-", "\u2011") + around)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void operators_list_all_coupons_by_status_and_item_and_see_no_code() {
        String code = registered(kim);
        String id = buyer(kim).get("/coupons").then().extract().path("items[0].couponId");
        operator()
                .get("/coupons?status=REGISTERED&menuItemId=americano&limit=100")
                .then()
                .statusCode(200)
                .body("items.couponId", hasItem(id))
                .body("items.code", everyItem(nullValue()));
        operator().get("/coupons?status=USED&limit=100").then().body("items.couponId", not(hasItem(id)));
        operator().get("/coupons?menuItemId=nothing").then().statusCode(200).body("items", hasSize(0));
        operator().get("/coupons?status=LOST").then().statusCode(400);
        operator().get("/coupons?menuItemId=NOT%20AN%20ITEM").then().statusCode(400);
        buyer(kim).get("/coupons?menuItemId=americano").then().statusCode(400);
        operator()
                .get("/coupons/" + id)
                .then()
                .statusCode(200)
                .body("code", nullValue())
                .body("timeline.step", equalTo(List.of("published", "registered")))
                .body("timeline[0].actor", startsWith("operator:"));
        buyer(kim)
                .get("/coupons/" + id)
                .then()
                .body("code", equalTo(code))
                .body("timeline[0].actor", equalTo("operator"));
        operator().get("/coupons/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void an_operator_revokes_by_id() {
        registered(kim);
        String id = buyer(kim).get("/coupons").then().extract().path("items[0].couponId");
        operator()
                .body(Map.of("reason", "행사 종료"))
                .post("/coupons/" + id + "/revocation")
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"));
        operator()
                .body(Map.of("reason", "행사 종료"))
                .post("/coupons/" + UUID.randomUUID() + "/revocation")
                .then()
                .statusCode(404);
    }

    @Test
    void an_hour_later_a_guesser_may_try_again() throws SQLException {
        for (int i = 0; i < 20; i++) {
            register(kim, "GUESS-" + i).then().statusCode(409);
        }
        database.run("UPDATE wrong_codes SET first_at = first_at - interval '61 minutes'");
        register(kim, published()).then().statusCode(200);
    }

    @Test
    void the_box_is_paged_newest_first_and_filtered_by_status() {
        List<String> codes = new ArrayList<>(
                IntStream.range(0, 5).mapToObj(i -> registered(kim)).toList());
        java.util.Collections.reverse(codes);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = buyer(kim).queryParam("limit", 2);
            ValidatableResponse page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/coupons")
                    .then()
                    .statusCode(200);
            seen.addAll(page.extract().jsonPath().getList("items.code"));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null);
        assertThat(seen).isEqualTo(codes);
        revoke(codes.get(0));
        buyer(kim).queryParam("status", "REGISTERED").get("/coupons").then().body("items", hasSize(4));
        buyer(kim)
                .queryParam("status", "REVOKED,USED")
                .get("/coupons")
                .then()
                .body("items", hasSize(1))
                .body("items[0].code", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=nonsense", "status=LOST"})
    void a_bad_question_is_a_400(String query) {
        buyer(kim).get("/coupons?" + query).then().statusCode(400);
    }

    @Test
    void a_revoked_coupon_says_why_and_is_good_for_nothing() {
        String code = registered(kim);
        revoke(code).then().statusCode(200).body("status", equalTo("REVOKED"));
        revoke(code).then().statusCode(409).body("code", equalTo("coupon-not-revocable"));
        String id = buyer(kim).get("/coupons").jsonPath().getString("items[0].couponId");
        buyer(kim)
                .get("/coupons/" + id)
                .then()
                .statusCode(200)
                .body("timeline.step", contains("published", "registered", "revoked"))
                .body("timeline.actor", contains("operator", "buyer", "operator"))
                .body("timeline[2].reason", equalTo("잘못 발행됨"));
    }

    @Test
    void another_buyers_coupon_is_as_unknown_as_none() {
        registered(kim);
        String id = buyer(kim).get("/coupons").jsonPath().getString("items[0].couponId");
        Response foreign = buyer(newName()).get("/coupons/" + id);
        Response unknown = buyer(newName()).get("/coupons/" + UUID.randomUUID());
        assertThat(foreign.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(foreign.jsonPath().getString("detail"))
                .isEqualTo(unknown.jsonPath().getString("detail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "null",
                "{\"menuItemId\":\"americano\",\"quantity\":0}",
                "{\"menuItemId\":\"americano\",\"quantity\":-1}",
                "{\"menuItemId\":\"americano\",\"quantity\":1000}",
                "{\"menuItemId\":\"americano\",\"quantity\":1.9}",
                "{\"menuItemId\":\"americano\",\"quantity\":\"1\"}",
                "{\"menuItemId\":\"americano\",\"validFor\":\"P0D\"}",
                "{\"menuItemId\":\"americano\",\"validFor\":\"P-1D\"}",
                "{\"menuItemId\":\"americano\",\"validFor\":\"soon\"}",
                "{\"menuItemId\":\"americano\",\"validFor\":86400}",
                "{\"menuItemId\":\"americano\",\"faceValueKrw\":1}",
                "{\"menuItemId\":\"americano\",\"menuItemId\":\"americano\"}",
                "{\"menuItemId\":\"unicorn-tears\"}",
                "{\"menuItemId\":\"../../etc\"}"
            })
    void a_bad_publication_is_a_400_and_publishes_nothing(String body) throws SQLException {
        long before = database.count("SELECT count(*) FROM coupons");
        operator().body(body).post("/coupons").then().statusCode(400).contentType("application/problem+json");
        assertThat(database.count("SELECT count(*) FROM coupons")).isEqualTo(before);
    }

    @Test
    void a_publication_repeated_under_its_key_is_the_same_coupon() {
        String key = UUID.randomUUID().toString();
        List<String> codes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i ->
                        publishUnder(key, 1).then().statusCode(201).extract().<String>path("code"))
                .toList();
        assertThat(codes).containsOnly(codes.get(0));
        publishUnder(key, 2).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void roles_are_kept_apart() {
        io.restassured.RestAssured.given()
                .get("/coupons")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", notNullValue());
        buyer(kim)
                .body(Map.of("menuItemId", "americano"))
                .post("/coupons")
                .then()
                .statusCode(403);
        buyer(kim)
                .body(Map.of("reason", "x"))
                .post("/coupons/x/revocation")
                .then()
                .statusCode(403);
        operator().post("/coupons/x/registration").then().statusCode(403);
        buyer(kim)
                .put("/internal/coupon-reservations/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void no_code_lies_in_the_database() throws SQLException {
        String code = registered(kim);
        String bare = code.replace("-", "");
        for (String table : List.of("coupons", "coupon_timeline", "event_feed", "outbox_pending", "idempotency_keys")) {
            assertThat(database.count(
                            "SELECT count(*) FROM " + table + " t WHERE t::text LIKE ? OR t::text LIKE ?",
                            "%" + code + "%",
                            "%" + bare + "%"))
                    .isZero();
        }
    }

    @Test
    void what_is_written_down_is_never_changed() {
        for (String table : List.of("coupon_timeline", "loyalty_entries")) {
            for (String sql :
                    List.of("DELETE FROM " + table, "TRUNCATE " + table, "UPDATE " + table + " SET at = now()")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.run(sql))
                        .hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void a_coupon_that_runs_out_expires_by_itself() throws SQLException {
        registered(kim);
        database.run("UPDATE coupons SET expires_at = now() + interval '1 second' WHERE coupon_id = ?", newest());
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(buyer(kim).get("/coupons").jsonPath().getString("items[0].status"))
                        .isEqualTo("EXPIRED"));
    }

    @Test
    void a_holder_is_told_of_a_new_coupon_of_its_near_end_and_of_its_revocation() throws SQLException {
        String code = registered(kim);
        hears("coupon.issued", "americano");
        database.run("UPDATE coupons SET notice_at = now() WHERE coupon_id = ?", newest());
        hears("notice", "coupon.expiring");
        revoke(code).then().statusCode(200);
        hears("notice", "coupon.revoked");
        hears("notice", "잘못 발행됨");
        assertThat(RedisProbe.mail(Tokens.recipient(kim)).toString()).doesNotContain(code);
    }

    private void hears(String type, String word) {
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(RedisProbe.mail(Tokens.recipient(kim)))
                        .anyMatch(frame -> frame.path("t").asText().equals(type)
                                && frame.path("d").toString().contains(word)));
    }

    private Object newest() throws SQLException {
        return database.one("SELECT coupon_id FROM coupons ORDER BY issued_at DESC LIMIT 1");
    }

    private static Response publishUnder(String key, int quantity) {
        return operator()
                .header("Idempotency-Key", key)
                .body(Map.of("menuItemId", "americano", "quantity", quantity))
                .post("/coupons");
    }

    private static Response revoke(String code) {
        return operator().body(Map.of("reason", "잘못 발행됨")).post("/coupons/" + code + "/revocation");
    }
}
