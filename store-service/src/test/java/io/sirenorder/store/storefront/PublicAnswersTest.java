package io.sirenorder.store.storefront;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class PublicAnswersTest {
    private static final String DESCRIPTION = """
            {"name": "스콘", "englishName": "Scone", "category": "FOOD", "priceKrw": 3900, "onSale": true,
             "nutrition": {}, "optionGroups": [], "allergens": []}""";

    @Inject
    Town town;

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(strings = {"/stores?limit=2", "/menu?limit=3", "/menu?full=true", "/menu/americano"})
    void a_repeated_answer_is_the_same_in_every_header_and_byte_and_may_be_kept_for_a_second(String path) {
        Response first = given().get(path);
        Response second = given().get(path);

        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        for (Response each : new Response[] {first, second}) {
            assertThat(each.statusCode()).isEqualTo(200);
            assertThat(each.header("Cache-Control")).isEqualTo("public, max-age=1");
            assertThat(each.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(each.contentType()).isEqualTo(first.contentType());
            assertThat(each.header("Date")).isNotNull();
        }
        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
    }

    @Test
    void a_change_is_read_at_once() {
        given().get("/menu/butter-croissant").then().statusCode(200);
        String described = given().get("/menu/butter-croissant").asString();

        given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body(DESCRIPTION)
                .put("/menu/read-at-once")
                .then()
                .statusCode(200);

        given().get("/menu/read-at-once").then().statusCode(200).body("name", equalTo("스콘"));
        assertThat(given().get("/menu/butter-croissant").asString()).isEqualTo(described);
    }

    @Test
    void a_change_that_this_replica_did_not_make_is_read_after_a_second() {
        given().get("/menu/butter-croissant").then().statusCode(200);

        pool.query("UPDATE menu_items SET english_name = 'Renamed' WHERE id = 'butter-croissant'")
                .executeAndAwait();

        Eventually.within(Duration.ofSeconds(30))
                .that(() -> given().get("/menu/butter-croissant").then().body("englishName", equalTo("Renamed")));
    }

    @Test
    void a_merchants_own_answer_is_not_given_to_others() {
        Shop shop = town.openShop();

        Response own = as(shop).get(shop.path());
        Response anonymous = given().get(shop.path());

        assertThat(own.header("Cache-Control")).isEqualTo("no-store");
        assertThat(anonymous.asString()).isNotEqualTo(own.asString());
        given().get("/menu/no-such-item")
                .then()
                .statusCode(404)
                .header("Cache-Control", not(equalTo("public, max-age=1")));
    }
}
