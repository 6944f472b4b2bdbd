package io.sirenorder.store.storefront;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.problem;
import static io.sirenorder.store.Town.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class StoreResourceTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));
    private static final String DESCRIPTION = """
            {"name": "역삼점", "address": "서울 강남구 역삼로 1", "location": {"latitude": 37.5, "longitude": 127.03},
             "phone": "02-555-0200", "description": "2층", "thumbnailUrl": "https://images.example.com/a.jpg",
             "images": ["https://images.example.com/b.jpg"], "parking": "1시간 무료", "directions": "3번 출구",
             "answerWithinSeconds": 240}""";

    @Inject
    Town town;

    @Test
    void a_store_that_registered_twice_stands_once() {
        Shop shop = town.shop();
        StubServices.feed("merchant")
                .append(
                        Town.registered(
                                shop.merchant(),
                                shop.store(),
                                new io.sirenorder.contracts.WalletId(UUID.randomUUID()),
                                Town.GANGNAM),
                        1);
        town.shop();

        assertThat(town.rows("SELECT 1 FROM stores WHERE id = $1", shop.store().value()))
                .hasSize(1);
    }

    @Test
    void the_list_is_simple_and_the_detail_has_the_rest() {
        Shop shop = town.openShop();

        given().queryParam("near", "37.4979,127.0276")
                .queryParam("open", true)
                .get("/stores")
                .then()
                .statusCode(200)
                .body("items[0]", not(hasKey("phone")))
                .body("items[0].open", equalTo(true))
                .body("items[0].location.latitude", equalTo(37.4979f));
        given().get(shop.path())
                .then()
                .statusCode(200)
                .body("phone", equalTo("02-555-0100"))
                .body("open", equalTo(true))
                .body("directions", equalTo(null))
                .body("$", not(hasKey("portoneMerchantCode")));
    }

    @Test
    void a_store_without_a_till_or_with_its_switch_off_is_not_open() {
        Shop shop = town.shop();
        given().get(shop.path()).then().body("open", equalTo(false)).body("accepting", equalTo(true));
        town.connect(shop);

        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        given().get(shop.path()).then().body("open", equalTo(false)).body("accepting", equalTo(false));
        as(shop).put(shop.path() + "/opening").then().statusCode(204);
        given().get(shop.path()).then().body("open", equalTo(true));
    }

    @Test
    void opening_and_closing_tell_the_tills_and_only_when_something_changes() {
        Shop shop = town.shop();
        as(shop).put(shop.path() + "/opening").then().statusCode(204);
        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        as(shop).delete(shop.path() + "/opening").then().statusCode(204);

        SOON.that(() -> assertThat(town.mail(shop.tills(), "store.state")).hasSize(1));
        assertThat(town.mail(shop.tills(), "store.state")
                        .get(0)
                        .at("/d/accepting")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void a_page_leads_to_the_next_and_no_store_is_missed_or_shown_twice() {
        for (int i = 0; i < 5; i++) {
            town.shop();
        }
        List<String> seen = walk(Map.of("limit", 2));

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).hasSize(town.rows("SELECT 1 FROM stores").size());
    }

    @Test
    void the_nearest_come_first_page_by_page() {
        Location jeju = new Location(33.4996, 126.5312);
        List<String> near = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            near.add(town.shop(new Location(33.4996 + i * 0.01, 126.5312))
                    .store()
                    .toString());
        }

        List<String> seen = walk(Map.of("limit", 3, "near", jeju.latitude() + "," + jeju.longitude()));

        assertThat(seen.subList(0, 4)).isEqualTo(near);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).hasSize(town.rows("SELECT 1 FROM stores").size());
    }

    private static List<String> walk(Map<String, Object> query) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParams(query);
            JsonNode page = read((cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/stores")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            seen.addAll(page.get("items").findValuesAsText("storeId"));
            cursor = page.get("nextCursor").textValue();
        } while (cursor != null);
        return seen;
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        Shop shop = town.shop();
        String tag = given().get(shop.path()).header("ETag");

        given().header("If-None-Match", tag)
                .get(shop.path())
                .then()
                .statusCode(304)
                .header("ETag", tag);
        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        given().header("If-None-Match", tag).get(shop.path()).then().statusCode(200);
    }

    @Test
    void a_merchant_describes_the_store_anew() {
        Shop shop = town.shop();
        String longest = DESCRIPTION.replace("역삼점", "가".repeat(StoreProfile.LONGEST_NAME));

        as(shop).body(longest).put(shop.path()).then().statusCode(200);
        as(shop).body(DESCRIPTION)
                .put(shop.path())
                .then()
                .statusCode(200)
                .body("name", equalTo("역삼점"))
                .body("images[0]", equalTo("https://images.example.com/b.jpg"))
                .body("parking", equalTo("1시간 무료"));
    }

    @Test
    void a_store_outside_its_ordering_hours_is_closed() {
        Shop shop = town.openShop();
        String never = DESCRIPTION.replace("\"phone\"", "\"orderingHours\": {}, \"phone\"");

        as(shop).body(never).put(shop.path()).then().statusCode(200).body("open", equalTo(false));
    }

    @Test
    void a_closed_store_says_when_it_opens_next_on_its_own_and_in_lists() {
        Shop shop = town.shop(new Location(38.5, 128.5));
        town.connect(shop);
        LocalDate today = LocalDate.now(KoreanTime.ZONE);
        special(shop, today, Map.of("closed", true));
        special(shop, today.plusDays(1), Map.of("closed", true));
        special(shop, today.plusDays(2), Map.of("opens", "09:00", "closes", "18:00"));
        String opens = today.plusDays(2).atTime(0, 0).toInstant(ZoneOffset.UTC).toString();

        given().get(shop.path()).then().body("open", equalTo(false)).body("opensAt", equalTo(opens));
        given().queryParam("near", "38.5,128.5")
                .get("/stores")
                .then()
                .body("items[0].storeId", equalTo(shop.store().toString()))
                .body("items[0].open", equalTo(false))
                .body("items[0].opensAt", equalTo(opens));

        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        given().get(shop.path()).then().body("opensAt", equalTo(null));
    }

    private static void special(Shop shop, LocalDate day, Map<String, Object> hours) {
        as(shop).body(hours).put(shop.path() + "/special-days/" + day).then().statusCode(204);
    }

    @Test
    void an_open_store_names_no_opening() {
        Shop shop = town.openShop();
        given().get(shop.path()).then().body("open", equalTo(true)).body("opensAt", equalTo(null));
    }

    @Test
    void bad_descriptions_are_refused() {
        Shop shop = town.shop();
        BadInputs.of(DESCRIPTION)
                .optional("description", "thumbnailUrl", "images", "parking", "directions", "answerWithinSeconds")
                .signed("latitude", "longitude")
                .areRefusedBy("PUT", shop.path(), shop.token());
        for (String bad : List.of(
                DESCRIPTION.replace("https://images.example.com/a.jpg", "http://images.example.com/a.jpg"),
                DESCRIPTION.replace("https://images.example.com/b.jpg", "javascript:alert(1)"),
                DESCRIPTION.replace("37.5", "91"),
                DESCRIPTION.replace("역삼점", "가".repeat(StoreProfile.LONGEST_NAME + 1)),
                DESCRIPTION.replace("240", "179"),
                DESCRIPTION.replace(
                        "\"phone\"",
                        "\"openingHours\": {\"MON\": {\"opens\": \"9\", \"closes\": \"18:00\"}}, \"phone\""),
                DESCRIPTION.replace("\"phone\"", "\"openingHours\": {\"FUNDAY\": null}, \"phone\""))) {
            problem(as(shop).body(bad).put(shop.path()).then(), 400, "invalid-request");
        }
    }

    @Test
    void another_merchants_store_is_as_unknown_as_one_that_is_none() {
        Shop shop = town.shop();
        Shop other = town.shop();
        String unknown = "/stores/" + UUID.randomUUID();

        problem(as(shop).body(DESCRIPTION).put(other.path()).then(), 404, "store-unknown");
        problem(as(shop).body(DESCRIPTION).put(unknown).then(), 404, "store-unknown");
        problem(as(shop).delete(other.path() + "/opening").then(), 404, "store-unknown");
        problem(given().get(unknown).then(), 404, "store-unknown");
        given().get("/stores/nonsense").then().statusCode(404);
    }

    @Test
    void only_merchants_may_and_only_signed_in() {
        Shop shop = town.shop();

        problem(given().put(shop.path() + "/opening").then(), 401, "unauthorized");
        problem(
                given().auth()
                        .oauth2(Tokens.buyer("kim"))
                        .put(shop.path() + "/opening")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void bad_questions_are_refused_by_name() {
        for (String limit : List.of("0", "101", "-1", "abc", "1.5", "99999999999")) {
            refused("/stores", "limit", limit);
            refused("/menu", "limit", limit);
        }
        for (String cursor : List.of(
                "nonsense",
                "bm9uc2Vuc2U",
                new PageCursor("stores", 1).encode("\0"),
                new PageCursor("stores", 2).encode("1", "2"),
                new PageCursor("stores-near", 2).encode("1", "2"),
                new PageCursor("merchants", 1).encode(UUID.randomUUID().toString()))) {
            refused("/stores", "cursor", cursor);
            refused("/stores?near=1,2", "cursor", cursor);
            refused("/menu", "cursor", cursor);
        }
        for (String place : List.of(
                "here",
                "91,0",
                "NaN,0",
                "37",
                "37,127,1",
                "37d,127f",
                "0x1p3,1",
                " 37,127",
                "37.,127",
                "1e1,2",
                "+1,2",
                "٣٧,١٢٧")) {
            refused("/stores", "near", place);
        }
        refused("/stores", "open", "perhaps");
        refused("/menu", "category", "SHOES");
        refused("/menu", "cursor", new PageCursor("menu", 1).encode("\0"));
        refused("/menu/americano", "storeId", "nonsense");
    }

    private static void refused(String path, String parameter, String value) {
        problem(given().queryParam(parameter, value).get(path).then(), 400, "invalid-request")
                .body("errors.field", contains(parameter));
    }
}
