package io.sirenorder.merchant.standing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators decide whether a store may sell. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class StandingTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    private RegisteredStore store;

    @BeforeEach
    void register() {
        store = RegisteredStore.fresh();
    }

    @Test
    void a_pending_store_is_approved_once() {
        pending();
        act("/approval", null).statusCode(200).body("standing", is("ACTIVE"));
        act("/approval", null).statusCode(200).body("standing", is("ACTIVE"));
        assertThat(told()).containsExactly("ACTIVE");
    }

    @Test
    void a_store_is_suspended_with_a_reason_and_reinstated() {
        act("/suspension", Map.of("reason", "위생 점검"))
                .statusCode(200)
                .body("standing", is("SUSPENDED"))
                .body("reason", is("위생 점검"));
        act("/reinstatement", null)
                .statusCode(200)
                .body("standing", is("ACTIVE"))
                .body("reason", is((Object) null));
        assertThat(told()).containsExactly("SUSPENDED", "ACTIVE");
    }

    @Test
    void a_change_that_the_standing_does_not_allow_says_how_the_store_stands() {
        act("/suspension", Map.of("reason", "위생 점검")).statusCode(200);
        act("/approval", null)
                .statusCode(409)
                .body("code", is("standing-changed"))
                .body("standing", is("SUSPENDED"));
    }

    @Test
    void a_closed_store_stays_closed_and_its_sessions_end() {
        act("/closure", Map.of("reason", "폐점"))
                .statusCode(200)
                .body("standing", is("CLOSED"))
                .body("reason", is("폐점"));
        act("/closure", Map.of("reason", "폐점")).statusCode(200).body("standing", is("CLOSED"));
        for (String act : List.of("/approval", "/reinstatement")) {
            act(act, null).statusCode(409).body("code", is("standing-changed")).body("standing", is("CLOSED"));
        }
        act("/suspension", Map.of("reason", "위생 점검")).statusCode(409);
        assertThat(told()).containsExactly("CLOSED");
        assertThat(sessionsEnded()).isEqualTo(1);
        find("?standing=CLOSED&limit=100").body("items.merchantId", hasItem(store.merchantId()));
        find("?standing=SUSPENDED&limit=100").body("items.merchantId", not(hasItem(store.merchantId())));
        assertThat(storedStanding()).isEqualTo("SUSPENDED");
    }

    @Test
    void each_act_of_an_operator_and_a_merchant_is_logged_with_its_network_also_a_refused_one() {
        act("/suspension", Map.of("reason", "위생 점검")).statusCode(200);
        act("/approval", null).statusCode(409);
        given().auth()
                .oauth2(store.token())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "위생 점검"))
                .post(store.path() + "/suspension")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.operator())
                .get("/actions/merchant?limit=100")
                .then()
                .statusCode(200)
                .body(mine("what"), is(List.of("suspendStore", "approveStore", "suspendStore")))
                .body(mine("status"), is(List.of(403, 409, 200)))
                .body(mine("role"), is(List.of("MERCHANT", "OPERATOR", "OPERATOR")))
                .body(mine("network"), everyItem(is("127.0.0.0/24")));
        given().auth()
                .oauth2(Tokens.operator())
                .get("/actions/merchant?by=merchant:" + store.merchantId() + "&what=suspendStore")
                .then()
                .body("items", hasSize(1));
        given().auth().oauth2(store.token()).get("/actions/merchant").then().statusCode(403);
        given().auth().oauth2(Tokens.operator()).get("/actions/store").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.operator())
                .get("/actions/merchant?cursor=nonsense")
                .then()
                .statusCode(400);
    }

    private String mine(String member) {
        return "items.findAll { it.subject.merchantId == '" + store.merchantId() + "' }." + member;
    }

    private String storedStanding() {
        return row("SELECT standing FROM merchants WHERE id = $1").getString(0);
    }

    private long sessionsEnded() {
        return row("SELECT count(*) FROM ended_sessions WHERE merchant_id = $1").getLong(0);
    }

    private Row row(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(UUID.fromString(store.merchantId())))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
    }

    @Test
    void each_change_names_an_operator_and_is_readable_by_the_merchant() {
        act("/suspension", Map.of("reason", "위생 점검")).statusCode(200);
        for (String reader : List.of(store.token(), Tokens.operator())) {
            given().auth()
                    .oauth2(reader)
                    .get("/merchants/" + store.merchantId() + "/changes")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].what", is("standing"))
                    .body("items[0].by", startsWith("operator:"))
                    .body("items[0].before.standing", is("ACTIVE"))
                    .body("items[0].after.reason", is("위생 점검"));
        }
        String other = Tokens.merchant(
                new MerchantId(UUID.randomUUID()), new StoreId(UUID.randomUUID()), new WalletId(UUID.randomUUID()));
        given().auth()
                .oauth2(other)
                .get("/merchants/" + store.merchantId() + "/changes")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.buyer("kim"))
                .get("/merchants/" + store.merchantId() + "/changes")
                .then()
                .statusCode(403);
    }

    @Test
    void operators_find_merchants_by_id_handle_name_and_standing() {
        act("/suspension", Map.of("reason", "위생 점검")).statusCode(200);
        find("?q=" + store.merchantId()).body("items", hasSize(1)).body("items[0].storeId", is(store.storeId()));
        find("?q=" + store.storeId().toUpperCase(java.util.Locale.ROOT))
                .body("items[0].merchantId", is(store.merchantId()));
        find("?standing=SUSPENDED&limit=100").body("items.merchantId", hasItem(store.merchantId()));
        find("?standing=PENDING,ACTIVE&limit=100").body("items.merchantId", not(hasItem(store.merchantId())));
        find("?q=강남&limit=100").body("items.merchantId", hasItem(store.merchantId()));
        find("?q=%25").body("items", hasSize(0));
        asOperator("?standing=OPEN").statusCode(400);
        asOperator("?cursor=nonsense").statusCode(400);
        JsonPath first = find("?limit=1").extract().jsonPath();
        find("?limit=1&cursor=" + first.getString("nextCursor"))
                .body("items[0].merchantId", not(is(first.getString("items[0].merchantId"))));
    }

    @Test
    void only_operators_decide() {
        for (String caller : List.of(store.token(), Tokens.buyer("kim"), Tokens.service("store"))) {
            given().auth().oauth2(caller).get("/merchants").then().statusCode(403);
            for (String act : List.of("/approval", "/reinstatement")) {
                given().auth().oauth2(caller).post(store.path() + act).then().statusCode(403);
            }
            for (String act : List.of("/suspension", "/closure")) {
                given().auth()
                        .oauth2(caller)
                        .contentType(ContentType.JSON)
                        .body(Map.of("reason", "위생 점검"))
                        .post(store.path() + act)
                        .then()
                        .statusCode(403);
            }
        }
        given().post(store.path() + "/approval").then().statusCode(401);
    }

    @Test
    void an_unknown_store_or_one_of_another_merchant_is_not_found() {
        String operator = Tokens.operator();
        given().auth()
                .oauth2(operator)
                .post("/merchants/" + store.merchantId() + "/stores/" + UUID.randomUUID() + "/approval")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(operator)
                .post("/merchants/" + UUID.randomUUID() + "/stores/" + store.storeId() + "/approval")
                .then()
                .statusCode(404);
    }

    @Test
    void a_bad_suspension_or_closure_is_refused() {
        for (String act : List.of("/suspension", "/closure")) {
            BadInputs.of("{\"reason\": \"위생 점검\"}")
                    .areRefusedBy(
                            "POST",
                            store.path() + act,
                            () -> RestAssured.given().auth().oauth2(Tokens.operator()));
        }
        act("/suspension", Map.of("reason", " ")).statusCode(400);
        act("/suspension", Map.of("reason", "가".repeat(201))).statusCode(400);
    }

    private void pending() {
        pool.preparedQuery("UPDATE merchants SET standing = 'PENDING' WHERE id = $1")
                .execute(Tuple.of(UUID.fromString(store.merchantId())))
                .await()
                .atMost(LIMIT);
    }

    private ValidatableResponse act(String act, Object body) {
        var request = given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return (body == null ? request : request.contentType(ContentType.JSON).body(body))
                .post(store.path() + act)
                .then();
    }

    private static ValidatableResponse find(String query) {
        return asOperator(query).statusCode(200);
    }

    private static ValidatableResponse asOperator(String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.operator())
                .get("/merchants" + query)
                .then();
    }

    /** The standings that this merchant's events told. */
    private List<String> told() {
        return store.told(pool, "merchant.store-standing-changed", "standing");
    }
}
