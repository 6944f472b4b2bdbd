package io.sirenorder.testkit;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.regex.Pattern;

/** Holds each problem that is told in Korean to Korean words: neither a constant nor an English phrase stands in its detail. */
final class KoreanProblems implements Filter {
    private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}");
    private static final Pattern FOREIGN = Pattern.compile("(?<![.\\w])[A-Z]{4,}\\b|\\b[a-z']+ [a-z']+ [a-z']+\\b");

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        if (String.valueOf(answer.contentType()).startsWith("application/problem+json")) {
            check(String.valueOf(Json.read(answer.asString()).path("detail").asText()));
        }
        return answer;
    }

    static void check(String detail) {
        if (KOREAN.matcher(detail).find() && FOREIGN.matcher(detail).find()) {
            throw new AssertionError("a Korean problem says: " + detail);
        }
    }
}
