package io.sirenorder.payment.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.payment.legacy.LegacyCustomData.Unreadable;
import io.sirenorder.payment.legacy.LegacyCustomData.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyCustomDataTest {
    private static final String DATA =
            "{\"storeId\": \"store-1\", \"orderInfo\": {\"menus\": [{\"name\": \"아메리카노\", \"detailId\": 1, \"count\": 2,"
                    + " \"price\": 4500}], \"deliveryinfo\": [{\"take\": true, \"size\": \"Tall\", \"tempture\": \"HOT\","
                    + " \"packagingMethod\": \"일회용컵\"}]}}";

    @Test
    void data_that_is_a_text_inside_the_text_is_read() {
        assertOrder(LegacyCustomData.read("{\"type\": \"order\", \"data\": " + quoted(DATA) + "}"));
    }

    @Test
    void data_that_is_an_object_is_read() {
        assertOrder(LegacyCustomData.read("{\"type\": \"order\", \"data\": " + DATA + "}"));
    }

    @Test
    void the_whole_encoded_once_more_is_read() {
        assertOrder(LegacyCustomData.read(quoted("{\"type\": \"order\", \"data\": " + quoted(DATA) + "}")));
    }

    @Test
    void a_gift_is_read() {
        Wish wish = LegacyCustomData.read("{\"type\":\"gift\",\"data\":\"{\\\"giftInfo\\\":{\\\"from\\\":\\\"철수\\\","
                + "\\\"to\\\":\\\"friend@example.com\\\",\\\"menu\\\":{\\\"name\\\":\\\"카페라떼\\\",\\\"count\\\":1},"
                + "\\\"message\\\":\\\"생일 축하해\\\",\\\"wrappingtype\\\":\\\"card2\\\"}}\"}");
        assertThat(wish.intent()).isEqualTo(Intent.GIFT);
        assertThat(wish.to()).isEqualTo("friend@example.com");
        assertThat(wish.wrap()).isEqualTo("card2");
        assertThat(wish.items()).singleElement().extracting("name").isEqualTo("카페라떼");
    }

    @Test
    void points_are_told() {
        Wish wish =
                LegacyCustomData.read("{\"type\":\"order\",\"data\":{\"storeId\":\"s\",\"orderInfo\":{\"menus\":\"라떼\","
                        + "\"point\":-500}}}");
        assertThat(wish.points()).isEqualTo(-500);
    }

    @ParameterizedTest
    @CsvSource({"2,2", "2.0,2", "'\"2\"',2", "1.9,0", "18446744073709551617,0", "true,0", "'\"1.9\"',0", "1e400,0"})
    void a_count_is_a_whole_number_and_any_other_counts_nothing(String said, long count) {
        String menu = "{\"name\": \"아메리카노\", \"count\": " + said + "}";
        Wish wish =
                LegacyCustomData.read("{\"type\": \"order\", \"data\": {\"orderInfo\": {\"menus\": [" + menu + "]}}}");
        assertThat(wish.items()).singleElement().extracting("count").isEqualTo(count);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "garbage",
                "{",
                "[]",
                "{\"type\":\"order\"}",
                "{\"type\":\"sale\",\"data\":{}}",
                "{\"type\":\"order\",\"data\":null}",
                "{\"type\":\"order\",\"data\":\"{\"}",
                "{\"type\":\"order\",\"data\":{\"orderInfo\":{\"menus\":[]}}}",
                "{\"type\":\"order\",\"data\":{\"orderInfo\":{\"menus\":[7]}}}",
                "{\"type\":\"gift\",\"data\":{}}"
            })
    void what_says_nothing_is_unreadable_and_nothing_worse(String customData) {
        assertThatThrownBy(() -> LegacyCustomData.read(customData)).isInstanceOf(Unreadable.class);
    }

    @Test
    void our_own_hint_names_a_checkout_and_nothing_else_does() {
        assertThat(LegacyCustomData.namesCheckout("{\"type\":\"order\",\"checkoutId\":\"x\"}"))
                .isTrue();
        assertThat(LegacyCustomData.namesCheckout("{\"type\":\"order\",\"data\":{}}"))
                .isFalse();
        assertThat(LegacyCustomData.namesCheckout(null)).isFalse();
        assertThat(LegacyCustomData.namesCheckout("{broken")).isFalse();
    }

    private static void assertOrder(Wish wish) {
        assertThat(wish.intent()).isEqualTo(Intent.ORDER);
        assertThat(wish.storeId()).isEqualTo("store-1");
        assertThat(wish.takeOut()).isTrue();
        assertThat(wish.items())
                .singleElement()
                .isEqualTo(new LegacyCustomData.Item("아메리카노", 2, "Tall", "HOT", "일회용컵"));
    }

    private static String quoted(String json) {
        return Tolerant.mapper().getNodeFactory().textNode(json).toString();
    }
}
