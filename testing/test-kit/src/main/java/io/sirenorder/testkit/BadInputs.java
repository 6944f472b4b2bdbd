package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Everything bad that can be made of a good body, and the claim that a resource refuses all of it. */
public final class BadInputs {
    private static final int TOO_DEEP = 40;
    private static final int TOO_LARGE = 70_000;

    private final ObjectNode good;
    private final Set<String> optional = new HashSet<>();
    private final Set<String> signed = new HashSet<>();
    private final Set<String> free = new HashSet<>();

    private BadInputs(ObjectNode good) {
        this.good = good;
    }

    /** Made of a body that would be taken, with as many of its fields as possible. */
    public static BadInputs of(String goodBody) {
        return new BadInputs((ObjectNode) Json.read(goodBody));
    }

    /** Fields, anywhere in the body, that may be null. */
    public BadInputs optional(String... fields) {
        optional.addAll(List.of(fields));
        return this;
    }

    /** Fields that may be negative. */
    public BadInputs signed(String... fields) {
        signed.addAll(List.of(fields));
        return this;
    }

    /** Fields of free form, maps for instance, which are left as they are. */
    public BadInputs free(String... fields) {
        free.addAll(List.of(fields));
        return this;
    }

    /** One body for each mistake. */
    public List<BadInput> all() {
        List<BadInput> all = new ArrayList<>(wholes());
        Mutations mutations = new Mutations(good, optional, signed, free);
        all.addAll(mutations.all());
        return all;
    }

    private List<BadInput> wholes() {
        String text = good.toString();
        String inner = text.substring(1, text.length() - 1);
        String firstField = good.fieldNames().next();
        String deep = "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP);
        return List.of(
                BadInput.json("an empty body", ""),
                BadInput.json("null", "null"),
                BadInput.json("a list", "[" + text + "]"),
                BadInput.json("a text", "\"text\""),
                BadInput.json("half an object", text.substring(0, text.length() - 1)),
                BadInput.json("two objects", text + text),
                BadInput.json("an unknown field", "{\"surprise\":1," + inner + "}"),
                BadInput.json("a field twice", "{" + inner + ",\"" + firstField + "\":" + good.get(firstField) + "}"),
                BadInput.json("deep nesting", "{\"" + firstField + "\":" + deep + "}"),
                BadInput.json("a hundred digits", "{\"" + firstField + "\":" + "9".repeat(100) + "}"),
                new BadInput("a byte order mark", "application/json", "\ufeff" + text, 400),
                new BadInput("UTF-16", "application/json", text, StandardCharsets.UTF_16LE, 400),
                new BadInput("UTF-32", "application/json", text, Charset.forName("UTF-32BE"), 400),
                new BadInput(
                        "Latin 1", "application/json", "{\"é\":1," + inner + "}", StandardCharsets.ISO_8859_1, 400),
                new BadInput("another character set", "application/json;charset=utf-16", text, 415),
                new BadInput("over 64 KiB", "application/json", "{\"x\":\"" + "x".repeat(TOO_LARGE) + "\"}", 413),
                new BadInput("a form", "application/x-www-form-urlencoded", "a=b", 415),
                new BadInput("plain text", "text/plain", text, 415));
    }

    /** Sends them all, with that token (or none, if null), and asserts that each is a problem of the right status. */
    public void areRefusedBy(String method, String path, String token) {
        areRefusedBy(
                method,
                path,
                () -> token == null
                        ? RestAssured.given()
                        : RestAssured.given().auth().oauth2(token));
    }

    /** Sends them all on requests of the caller's making. */
    public void areRefusedBy(String method, String path, Supplier<RequestSpecification> request) {
        for (BadInput input : all()) {
            Response response =
                    input.on(request.get().contentType(input.contentType())).request(method, path);
            String context = method + " " + path + " with " + input + ": " + shortened(input.body());
            assertThat(response.statusCode()).as(context).isEqualTo(input.status());
            assertThat(response.contentType()).as(context).startsWith("application/problem+json");
            assertThat(response.asString()).as(context).doesNotContain("Exception", "io.sirenorder", "jackson");
        }
    }

    private static String shortened(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "…" : body;
    }

    /** One wrong value in one place at a time. */
    private record Mutations(ObjectNode good, Set<String> optional, Set<String> signed, Set<String> free) {
        private static final String HOLE = "the-hole-for-what-is-wrong";
        private static final List<String> UNFIT_TEXTS = List.of(
                "5",
                "1.5",
                "true",
                "{}",
                "[]",
                "\"a\\u0000b\"",
                "\"\\u001bp0\"",
                "\"a\\u009bb\"",
                "\"a\\ud83d\"",
                "\"a\\uffff\"",
                "\"\\u202ea\"",
                "\"\\u200b\"");

        List<BadInput> all() {
            List<BadInput> found = new ArrayList<>();
            collect(good, "", found);
            return found;
        }

        private void collect(JsonNode node, String pointer, List<BadInput> found) {
            node.properties().forEach(field -> {
                String place = pointer + "/" + field.getKey();
                if (!free.contains(field.getKey())) {
                    change(field.getKey(), field.getValue(), place, found);
                }
            });
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, found);
            }
        }

        private void change(String field, JsonNode value, String place, List<BadInput> found) {
            replacements(field, value).forEach(wrong -> found.add(with(place, wrong)));
            collect(value, place, found);
        }

        private List<String> replacements(String field, JsonNode value) {
            List<String> wrong = new ArrayList<>(wrongTypes(value));
            if (!optional.contains(field)) {
                wrong.add("null");
            }
            if (value.isNumber() && !signed.contains(field)) {
                wrong.add("-1");
            }
            return wrong;
        }

        private static List<String> wrongTypes(JsonNode value) {
            if (value.isIntegralNumber()) {
                return List.of("1.9", "1e3", "\"1\"", "\"\"", "true", "{}", "99999999999999999999");
            }
            if (value.isNumber()) {
                return List.of("\"1\"", "\"\"", "true", "[]", "{}");
            }
            if (value.isBoolean()) {
                return List.of("1", "\"true\"", "\"\"", "{}");
            }
            return value.isTextual() ? UNFIT_TEXTS : List.of("5", "\"text\"", "true");
        }

        private BadInput with(String place, String wrong) {
            ObjectNode copy = good.deepCopy();
            int cut = place.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) copy.at(place.substring(0, cut));
            parent.put(place.substring(cut + 1), HOLE);
            return BadInput.json(place + " = " + wrong, copy.toString().replace("\"" + HOLE + "\"", wrong));
        }
    }
}
