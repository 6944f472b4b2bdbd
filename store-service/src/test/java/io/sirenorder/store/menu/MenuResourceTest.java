package io.sirenorder.store.menu;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class MenuResourceTest {
    private static final String MUFFIN = """
            {"name": "블루베리 머핀", "englishName": "Blueberry Muffin", "category": "FOOD", "priceKrw": 4200,
             "thumbnailUrl": "https://images.example.com/muffin.jpg", "description": "블루베리 가득",
             "allergens": ["밀"], "onSale": true,
             "nutrition": {"ONE": {"millilitres": 0, "kilocalories": 380, "sugarGrams": 30, "proteinGrams": 6,
               "saturatedFatGrams": 4, "sodiumMilligrams": 310, "caffeineMilligrams": 0}},
             "optionGroups": [{"key": "warming", "name": "데우기",
               "choices": [{"value": "NO", "name": "그대로", "priceDeltaKrw": 0, "notFor": ["DINE_IN"]}]}]}""";

    @Inject
    Town town;

    @Test
    void the_menu_is_read_by_category_and_page() {
        given().queryParam("category", "FOOD")
                .get("/menu")
                .then()
                .statusCode(200)
                .body("items.category", everyItem(equalTo("FOOD")))
                .body("items.menuItemId", hasItem("butter-croissant"));
        String cursor = given().queryParam("limit", 3)
                .get("/menu")
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("nextCursor");
        given().queryParam("limit", 3)
                .queryParam("cursor", cursor)
                .get("/menu")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
    }

    @Test
    void an_item_has_priced_options_allergens_and_nutrition_by_size() {
        given().get("/menu/caffe-latte")
                .then()
                .statusCode(200)
                .body("name", equalTo("카페 라떼"))
                .body("englishName", equalTo("Caffe Latte"))
                .body("priceKrw", equalTo(5_000))
                .body("available", equalTo(true))
                .body("allergens", hasItem("우유"))
                .body("nutrition.GRANDE.millilitres", equalTo(473))
                .body("optionGroups.key", equalTo(List.of("size", "temperature", "cup")))
                .body("optionGroups[0].choices[1].priceDeltaKrw", equalTo(500));
    }

    @Test
    void the_operator_puts_an_item_on_the_menu_changes_it_and_takes_it_off() {
        operator().body(MUFFIN).put("/menu/blueberry-muffin").then().statusCode(200);
        operator()
                .body(MUFFIN.replace("4200", "4300").replace("\"onSale\": true", "\"onSale\": false"))
                .put("/menu/blueberry-muffin")
                .then()
                .statusCode(200)
                .body("priceKrw", equalTo(4_300))
                .body("available", equalTo(false));
    }

    @Test
    void a_bad_item_is_refused() {
        BadInputs.of(MUFFIN)
                .optional("thumbnailUrl", "description", "allergens", "nutrition", "optionGroups", "onSale", "notFor")
                .signed("priceDeltaKrw")
                .areRefusedBy("PUT", "/menu/bad-item", Tokens.operator());
        for (String bad : List.of(
                MUFFIN.replace("https", "http"),
                MUFFIN.replace("4200", "1000001"),
                MUFFIN.replace("\"priceDeltaKrw\": 0", "\"priceDeltaKrw\": -4201"),
                MUFFIN.replace("FOOD", "SHOE"))) {
            problem(operator().body(bad).put("/menu/bad-item").then(), 400, "invalid-request");
        }
        problem(given().get("/menu/bad-item").then(), 404, "menu-item-unknown");
    }

    @Test
    void only_the_operator_writes_the_menu() {
        Shop shop = town.shop();

        problem(as(shop).body(MUFFIN).put("/menu/mine").then(), 403, "forbidden");
        given().contentType("application/json")
                .body(MUFFIN)
                .put("/menu/mine")
                .then()
                .statusCode(401);
    }

    @Test
    void a_store_strikes_out_what_is_sold_out_until_it_is_there_again() {
        Shop shop = town.shop();
        String path = shop.path() + "/menu/cold-brew/availability";

        as(shop).body(Map.of("available", false)).put(path).then().statusCode(204);
        assertThat(availableAt(shop)).isFalse();
        as(shop).body(Map.of("available", true)).put(path).then().statusCode(204);
        assertThat(availableAt(shop)).isTrue();
        as(shop).body(Map.of(
                        "available",
                        false,
                        "until",
                        Instant.now().plusSeconds(3_600).toString()))
                .put(path)
                .then()
                .statusCode(204);
        assertThat(availableAt(shop)).isFalse();
        town.rows(
                "UPDATE store_items SET sold_out_until = now() WHERE store_id = $1",
                shop.store().value());
        assertThat(availableAt(shop)).isTrue();
    }

    private static boolean availableAt(Shop shop) {
        return given().queryParam("storeId", shop.store().toString())
                .get("/menu/cold-brew")
                .then()
                .statusCode(200)
                .extract()
                .path("available");
    }

    @Test
    void a_store_may_have_a_price_of_its_own_and_give_it_up() {
        Shop shop = town.shop();
        String path = shop.path() + "/menu/cold-brew/price";

        as(shop).body(Map.of("priceKrw", 5_500)).put(path).then().statusCode(204);
        given().queryParam("storeId", shop.store().toString())
                .get("/menu/cold-brew")
                .then()
                .body("priceKrw", equalTo(5_500));
        as(shop).body("{\"priceKrw\": null}").put(path).then().statusCode(204);
        given().queryParam("storeId", shop.store().toString())
                .get("/menu/cold-brew")
                .then()
                .body("priceKrw", equalTo(4_900));
    }

    @Test
    void what_a_store_says_of_the_menu_is_checked() {
        Shop shop = town.shop();
        Shop other = town.shop();
        String path = shop.path() + "/menu/cold-brew";

        BadInputs.of("{\"available\": false, \"until\": \"2099-01-01T00:00:00Z\"}")
                .optional("until")
                .areRefusedBy("PUT", path + "/availability", shop.token());
        BadInputs.of("{\"priceKrw\": 5000}").optional("priceKrw").areRefusedBy("PUT", path + "/price", shop.token());
        problem(
                as(shop).body(Map.of("available", false, "until", "2020-01-01T00:00:00Z"))
                        .put(path + "/availability")
                        .then(),
                400,
                "invalid-request");
        problem(
                as(other)
                        .body(Map.of("available", false))
                        .put(path + "/availability")
                        .then(),
                404,
                "store-unknown");
        problem(
                as(shop).body(Map.of("available", false))
                        .put(shop.path() + "/menu/unheard-of/availability")
                        .then(),
                404,
                "menu-item-unknown");
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator()).contentType("application/json");
    }

    @Test
    void the_list_shows_the_stores_price_and_what_is_gone() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("priceKrw", 5_500))
                .put(shop.path() + "/menu/americano/price")
                .then()
                .statusCode(204);
        Instant until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(600);
        as(shop).body(Map.of("available", false, "until", until.toString()))
                .put(shop.path() + "/menu/caffe-latte/availability")
                .then()
                .statusCode(204);
        String path = "/menu?full=true&storeId=" + shop.store();

        String tag = given().get(path)
                .then()
                .statusCode(200)
                .body("items.find { it.menuItemId == 'americano' }.priceKrw", equalTo(5_500))
                .body("items.find { it.menuItemId == 'americano' }.available", equalTo(true))
                .body("items.find { it.menuItemId == 'americano' }.optionGroups[0].choices[0].name", notNullValue())
                .body("items.find { it.menuItemId == 'caffe-latte' }.available", equalTo(false))
                .body("items.find { it.menuItemId == 'caffe-latte' }.soldOutUntil", equalTo(until.toString()))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        given().get("/menu?full=true&category=FOOD").then().body("items.category", everyItem(equalTo("FOOD")));
        problem(given().get("/menu?full=true&storeId=x").then(), 400, "invalid-request");
    }

    @Test
    void the_list_is_in_the_menus_order_and_what_has_no_place_comes_last_by_id() {
        place("a-muffin", null);
        place("b-muffin", 9_001);
        place("c-muffin", 9_000);
        assertThat(muffins()).containsExactly("c-muffin", "b-muffin", "a-muffin");

        place("a-muffin", 0);
        place("c-muffin", null);
        assertThat(muffins()).containsExactly("a-muffin", "b-muffin", "c-muffin");
        List<String> all = given().get("/menu?full=true").then().extract().path("items.menuItemId");
        assertThat(all).startsWith("a-muffin");

        place("a-muffin", null);
        place("b-muffin", null);
        assertThat(muffins()).containsExactly("a-muffin", "b-muffin", "c-muffin");
        place("a-muffin", 10_000, 400);
        place("a-muffin", -1, 400);
    }

    private static List<String> muffins() {
        return given()
                .get("/menu?full=true&category=FOOD")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.menuItemId")
                .stream()
                .filter(id -> id.matches("[abc]-muffin"))
                .toList();
    }

    private static void place(String id, Integer position) {
        place(id, position, 200);
    }

    private static void place(String id, Integer position, int status) {
        String member = position == null ? "" : "\"position\": " + position + ", ";
        operator()
                .body(MUFFIN.replaceFirst("\\{", "{" + member))
                .put("/menu/" + id)
                .then()
                .statusCode(status);
    }
}
