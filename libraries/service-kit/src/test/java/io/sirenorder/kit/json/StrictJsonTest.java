package io.sirenorder.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.problem.Diagnosis;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.Paragraph;
import io.sirenorder.kit.text.Pasted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final ObjectMapper strict = strict();

    record Sample(
            int number,
            long big,
            Integer boxed,
            double real,
            boolean yes,
            String text,
            Colour colour,
            Krw price,
            StoreId store,
            Instant at,
            List<String> list,
            Map<String, String> map,
            JsonNode tree,
            @Paragraph(max = 10) String lines,
            @Pasted String code) {}

    enum Colour {
        RED,
        BLUE
    }

    @Test
    void a_good_body_is_taken() throws Exception {
        Sample sample = read("""
                {"number":1,"big":2,"boxed":null,"real":3,"yes":true,"text":"","colour":"RED","price":4500,
                 "store":"0190a0a0-0000-7000-8000-000000000000","at":"2026-11-22T12:00:00Z","list":["a"],"map":{"a":"b"}}""");
        assertThat(sample.price()).isEqualTo(new Krw(4500));
        assertThat(sample.text()).isEmpty();
        assertThat(sample.real()).isEqualTo(3.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"number\":1.9",
                "\"number\":1.0",
                "\"number\":1e3",
                "\"number\":\"1\"",
                "\"number\":\"\"",
                "\"number\":null",
                "\"number\":true",
                "\"number\":[1]",
                "\"number\":NaN",
                "\"number\":01",
                "\"number\":99999999999",
                "\"big\":99999999999999999999",
                "\"boxed\":\"1\"",
                "\"boxed\":\"\"",
                "\"boxed\":1.5",
                "\"real\":\"1\"",
                "\"real\":true",
                "\"real\":NaN",
                "\"yes\":1",
                "\"yes\":\"true\"",
                "\"yes\":null",
                "\"text\":1",
                "\"text\":1.5",
                "\"text\":true",
                "\"text\":{}",
                "\"text\":[]",
                "\"colour\":0",
                "\"colour\":\"\"",
                "\"colour\":\"GREEN\"",
                "\"colour\":\"red\"",
                "\"price\":\"4500\"",
                "\"price\":4500.5",
                "\"price\":true",
                "\"store\":5",
                "\"store\":\"\"",
                "\"store\":\"1-1-1-1-1\"",
                "\"at\":\"yesterday\"",
                "\"at\":5",
                "\"at\":1.5",
                "\"at\":[2026,1]",
                "\"at\":\"\"",
                "\"at\":\"-999999999-01-01T00:00:00Z\"",
                "\"at\":\"+10000-01-01T00:00:00Z\"",
                "\"list\":\"a\"",
                "\"list\":[1]",
                "\"map\":\"\"",
                "\"map\":{\"a\":1}",
                "\"text\":\"a\\u0000b\"",
                "\"text\":\"a\\nb\"",
                "\"text\":\"\\ud83d\"",
                "\"text\":\"\\u202e\"",
                "\"list\":[\"a\\u0000b\"]",
                "\"map\":{\"a\":\"\\u0007\"}",
                "\"map\":{\"a\\u0007\":\"b\"}",
                "\"tree\":{\"a\":[\"\\u0000\"]}",
                "\"tree\":{\"\\u0000\":1}",
                "\"surprise\":1",
                "\"text\":\"a\",\"text\":\"b\"",
                "\"map\":{\"a\":\"b\",\"a\":\"c\"}"
            })
    void a_bad_field_is_refused(String field) {
        String rest = "\"number\":1,\"big\":2,\"real\":3,\"yes\":true";
        String name = field.substring(0, field.indexOf(':'));
        String others = String.join(
                ",",
                List.of(rest.split(",")).stream()
                        .filter(other -> !other.startsWith(name))
                        .toList());
        assertThatThrownBy(() -> read("{" + others + "," + field + "}")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_refused_text_is_told_by_its_place_and_the_character() {
        assertThatThrownBy(() -> strict.readValue("{\"items\":[{\"label\":\"a\\u0000\"}]}", Box.class))
                .satisfies(failure -> {
                    InvalidRequest problem = (InvalidRequest) new Diagnosis().of(failure);
                    assertThat(problem.arguments())
                            .containsExactly("items[0].label", "must not contain the character U+0000");
                });
    }

    @Test
    void a_card_number_is_refused_in_any_text() {
        assertThatThrownBy(() -> strict.readValue("{\"items\":[{\"label\":\"4111-1111 11111111\"}]}", Box.class))
                .satisfies(failure -> {
                    InvalidRequest problem = (InvalidRequest) new Diagnosis().of(failure);
                    assertThat(problem.arguments()).containsExactly("items[0].label", "must not contain a card number");
                });
    }

    record Box(List<Item> items) {}

    record Item(String label) {}

    @Test
    void line_breaks_are_read_where_a_paragraph_is_expected_and_pasted_white_space_where_it_may_come()
            throws Exception {
        Sample sample = read("{\"number\":1,\"big\":2,\"real\":3,\"yes\":true,"
                + "\"lines\":\"a\\r\\nb\",\"code\":\"AB\\tCD\\u00a0\\n\",\"tree\":{\"a\":\"b\\nc\"}}");
        assertThat(sample.lines()).isEqualTo("a\nb");
        assertThat(sample.code()).isEqualTo("AB CD");
        assertThat(sample.tree().path("a").asText()).isEqualTo("b\nc");
    }

    @Test
    void a_missing_number_is_not_zero() {
        assertThatThrownBy(() -> read("{\"big\":2,\"real\":3,\"yes\":true}"))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void bodies_that_are_too_much_are_refused() {
        for (String body : List.of(
                "{\"text\":\"" + "x".repeat(10_001) + "\"}",
                "{\"number\":" + "9".repeat(1_000) + "}",
                "{\"" + "n".repeat(200) + "\":1}",
                "[".repeat(33) + "]".repeat(33))) {
            assertThatThrownBy(() -> strict.readTree(body)).isInstanceOf(JsonProcessingException.class);
        }
        assertThatThrownBy(() -> read("{}{}")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void neighbours_may_say_more_than_we_know() throws Exception {
        record Known(int number, Instant at) {}
        Known known =
                Tolerant.mapper().readValue("{\"number\":1,\"at\":\"2026-11-22T12:00:00Z\",\"more\":{}}", Known.class);
        assertThat(known).isEqualTo(new Known(1, Instant.parse("2026-11-22T12:00:00Z")));
        assertThat(Tolerant.mapper().writeValueAsString(known)).contains("\"2026-11-22T12:00:00Z\"");
    }

    private Sample read(String body) throws JsonProcessingException {
        return strict.readValue(body, Sample.class);
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
