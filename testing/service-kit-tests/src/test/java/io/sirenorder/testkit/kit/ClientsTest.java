package io.sirenorder.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.sirenorder.kit.problem.TooManyRequests;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class ClientsTest {
    @RestClient
    StoreClient store;

    @BeforeEach
    void forget() {
        StubServices.forget();
    }

    @Test
    void a_neighbour_is_shown_who_asks_and_may_say_more_than_we_know() {
        StubServices.answer("GET", "/internal/things/*", request -> Reply.json(200, Map.of("name", "tea", "new", 1)));
        assertThat(await(store.thing("5"))).isEqualTo(new StoreClient.Thing("tea"));
        StubServices.Request request = StubServices.requests().get(0);
        assertThat(request.neighbour()).isEqualTo("store");
        assertThat(request.path()).isEqualTo("/internal/things/5");
        assertThat(request.authorization()).startsWith("Bearer ey");
    }

    @Test
    void a_refusal_keeps_its_code() {
        StubServices.answer("GET", "/internal/things/*", request -> Reply.problem(409, "coupon-not-usable"));
        assertThatThrownBy(() -> await(store.thing("5"))).isInstanceOfSatisfying(NeighbourProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.code()).isEqualTo("coupon-not-usable");
        });
    }

    @Test
    void a_broken_neighbour_is_unavailable() {
        StubServices.answer("GET", "/internal/things/*", request -> new Reply(502, "text/html", "<html>"));
        assertThatThrownBy(() -> await(store.thing("5"))).isInstanceOf(NeighbourUnavailable.class);
        StubServices.forget();
        StubServices.answer("GET", "/internal/things/*", request -> new Reply(404, "text/html", "<html>"));
        assertThatThrownBy(() -> await(store.thing("5")))
                .isInstanceOfSatisfying(
                        NeighbourProblem.class,
                        problem -> assertThat(problem.code()).isEmpty());
    }

    @Test
    void a_neighbour_that_slows_a_caller_down_says_for_how_long() {
        StubServices.answer("GET", "/internal/things/*", request -> Reply.tooManyRequests(1_800));
        assertThatThrownBy(() -> await(store.thing("5")))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        slower -> assertThat(slower.retryAfter()).isEqualTo(Duration.ofMinutes(30)))
                .matches(failure -> !NeighbourProblems.isUnavailable(failure));
        StubServices.answer("GET", "/internal/things/*", request -> Reply.problem(429, "too-many-requests"));
        assertThatThrownBy(() -> await(store.thing("5"))).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void a_refused_connection_is_unavailable() {
        StoreClient nobody = StoreClient.at("http://127.0.0.1:9");
        assertThatThrownBy(() -> await(nobody.thing("5"))).matches(NeighbourProblems::isUnavailable);
    }

    @Test
    void a_repeatable_call_without_an_answer_is_sent_once_more() {
        StubServices.answer("GET", "/internal/things/*", request -> Reply.json(200, Map.of("name", "tea")));
        StubServices.answerOnce("GET", "/internal/things/*", request -> Reply.empty(503));
        assertThat(await(RetryOnce.asked(store.thing("5")))).isEqualTo(new StoreClient.Thing("tea"));
        assertThat(StubServices.requests()).hasSize(2);
    }

    @Test
    void it_is_not_asked_a_third_time_and_a_refusal_is_an_answer() {
        StubServices.answer("GET", "/internal/things/*", request -> Reply.empty(503));
        assertThatThrownBy(() -> await(RetryOnce.asked(store.thing("5")))).isInstanceOf(NeighbourUnavailable.class);
        assertThat(StubServices.requests()).hasSize(2);
        StubServices.forget();
        StubServices.answer("GET", "/internal/things/*", request -> Reply.problem(409, "coupon-not-usable"));
        assertThatThrownBy(() -> await(RetryOnce.asked(store.thing("5")))).isInstanceOf(NeighbourProblem.class);
        assertThat(StubServices.requests()).hasSize(1);
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
