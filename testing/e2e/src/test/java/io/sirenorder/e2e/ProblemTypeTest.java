package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types of problems, whoever answers with one, are addresses of pages behind the same front door. */
@PlaysTogether
class ProblemTypeTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stack stack = Stack.running();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/orders",
                "/stores?limit=0",
                "/gifts/1",
                "/checkouts/1",
                "/merchants/1/logins",
                "/ws/buyer",
                "/assets/none",
                "/dev/issuers/nobody"
            })
    void it_opens(String path) throws Exception {
        HttpResponse<String> refusal = get(URI.create(stack.api().base() + path));
        assertThat(refusal.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        String type = Json.parse(refusal.body()).path("type").asText();

        URI door = stack.api().base();
        assertThat(URI.create(type))
                .hasPort(door.getPort())
                .satisfies(there -> assertThat(there.getPath()).startsWith("/problems/"));
        HttpResponse<String> page = get(URI.create(type));
        assertThat(page.statusCode()).as(type).isEqualTo(200);
        assertThat(page.body()).contains(type.substring(type.lastIndexOf('/') + 1));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
