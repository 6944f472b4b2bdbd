package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Json;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlaysTogether
class PublicAnswersTest {
    private final PublicAnswers documented = new PublicAnswers();

    @Test
    void answers_that_the_document_does_not_have_are_found() {
        String page = "{\"items\":[],\"nextCursor\":null}";

        assertThatCode(() -> documented.accept(answer(200, page))).doesNotThrowAnyException();
        assertThatThrownBy(() -> documented.accept(answer(201, page))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> documented.accept(answer(200, "{\"items\":[]}")))
                .isInstanceOf(AssertionError.class);
    }

    private static Answer answer(int status, String body) {
        HttpHeaders json = HttpHeaders.of(
                Map.of("Content-Type", List.of("application/json;charset=UTF-8")), (name, value) -> true);
        return new Answer("GET /stores?limit=5", status, json, Json.parse(body), Duration.ZERO);
    }
}
