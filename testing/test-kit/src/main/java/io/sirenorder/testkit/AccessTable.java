package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The answers of every operation of a service to every kind of caller, compared with {@code docs/access/<service>.md}: an
 * operation that is new, or that lets in other callers than before, fails until its row has been read and committed.
 */
public final class AccessTable {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final int FIRST_FAILURE = 500;

    private final Map<String, String> ids;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /**
     * @param merchant a merchant's token
     * @param ids by path parameter, of what is that merchant's; any other parameter is an id of nothing
     */
    public AccessTable(String merchant, Map<String, String> ids) {
        this.ids = Map.copyOf(ids);
        tokens.put("no token", null);
        tokens.put("buyer", Tokens.buyer("access-" + UUID.randomUUID()));
        tokens.put("merchant", merchant);
        tokens.put("other merchant", anyMerchant());
        tokens.put("operator", Tokens.operator());
        tokens.put("service", Tokens.service("gateway"));
    }

    /** A table without a merchant's own things. */
    public static AccessTable ofStrangers() {
        return new AccessTable(anyMerchant(), Map.of());
    }

    private static String anyMerchant() {
        return Tokens.merchant(
                new MerchantId(UUID.randomUUID()), new StoreId(UUID.randomUUID()), new WalletId(UUID.randomUUID()));
    }

    /** Calls every operation of the running service's document as every caller, and compares the answers. */
    public void assertCurrent(String service) {
        Map<String, String> rows = new TreeMap<>();
        JsonNode paths = Json.read(RestAssured.given()
                        .noFilters()
                        .get("/q/openapi?format=json")
                        .asString())
                .path("paths");
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        rows.put(path.getKey() + " " + method, row(method, path.getKey()));
                    }
                }));
        Docs.assertCurrent("access/" + service + ".md", """
                # Callers of %s

                Generated from the answers of the running service to each kind of caller, with an empty body and ids of nothing
                but the merchant's own. `404` hides what is another's or is not there; `in` is any other answer, also the
                refusal of the empty body, which comes before the look at whose the thing is.

                | operation | %s |
                |---|%s|
                %s""".formatted(
                        service,
                        String.join(" | ", tokens.keySet()),
                        "---|".repeat(tokens.size() - 1) + "---",
                        String.join("", rows.values())));
    }

    private String row(String method, String path) {
        String cells = tokens.values().stream()
                .map(token -> answer(method, path, token))
                .collect(Collectors.joining(" | "));
        return "| `%s %s` | %s |%n".formatted(method.toUpperCase(Locale.ROOT), path, cells);
    }

    private String answer(String method, String path, String token) {
        RequestSpecification request = RestAssured.given().noFilters();
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (!method.equals("get") && !method.equals("delete")) {
            request.contentType("application/json").body("{}");
        }
        String target = PARAMETER
                .matcher(path)
                .replaceAll(found ->
                        ids.getOrDefault(found.group(1), UUID.randomUUID().toString()));
        Response response = request.request(method.toUpperCase(Locale.ROOT), target);
        assertThat(response.statusCode())
                .as("%s %s: %s", method, target, response.asString())
                .isLessThan(FIRST_FAILURE);
        return switch (response.statusCode()) {
            case 401, 403, 404 -> Integer.toString(response.statusCode());
            default -> "in";
        };
    }
}
