package io.sirenorder.web.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that the scripted house can say is what the documents of the API promise: pages tried against it meet the services' own. */
@QuarkusTest
class FakeHouseTest {
    private static final String SIGN_IN = """
            {"merchantId": "%s", "password": "%s", "keep": true}""";
    private static final String AVAILABILITY = "{\"available\": false, \"until\": \"2030-01-01T00:00:00Z\"}";
    /** Paths that anybody may ask, so that no session can have ended. */
    private static final Set<String> PUBLIC =
            Set.of("/stores", "/stores/:id", "/menu", "/menu/:item", "/quotes", "/merchants", "/sessions");

    private static final String QUOTE = """
            {"storeId": "%s", "pickup": "TO_GO", "lines": [{"menuItemId": "americano", "quantity": 2, "options": {"cup": "OWN"}}]}""".formatted(FakeHouse.STORE);

    private static final String UNKNOWN = "0190a0a0-0000-7000-8000-0000000000ff";
    private static final List<String> PUSHED = List.of(
            "order.placed",
            "order.placed",
            "order.reminder",
            "order.changed",
            "store.state",
            "store.state",
            "menu.changed");
    private static final String REGISTRATION = """
            {"handle": "gangnam", "password": "correct horse", "store": {"name": "강남점", "address": "서울 강남구 테헤란로 1",
             "location": {"latitude": 37.5, "longitude": 127.03}, "phone": "02-123-4567"}}""";

    @Inject
    FakeHouse house;

    @TestHTTPResource("/")
    URI home;

    private final Set<String> asked = new TreeSet<>();
    private final LinkedBlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void begin() {
        house.forget();
        asked.clear();
        heard.clear();
    }

    @Test
    void every_answer_is_documented() {
        house.stores(new JsonArray().add(Samples.store()));
        JsonObject waiting = house.place(Samples.order(42, 5, "TO_GO", "얼음 적게", Samples.latte(2)));
        house.place(Samples.accepted(Samples.order(43, 5, "DINE_IN", null, Samples.croissant(1)), 300));
        house.place(Samples.ended(Samples.order(44, 5, "TO_GO", null, Samples.americano(1)), "REFUSED", "SOLD_OUT"));
        ask("POST", "/sessions", SIGN_IN.formatted(FakeHouse.MERCHANT, FakeHouse.PASSWORD), 201);
        ask("POST", "/sessions", SIGN_IN.formatted(FakeHouse.OTHER, FakeHouse.PASSWORD), 201);
        ask("POST", "/sessions", SIGN_IN.formatted(FakeHouse.MERCHANT, "wrong password"), 401);
        ask("POST", "/sessions", SIGN_IN.formatted(FakeHouse.MERCHANT, "locked"), 429);
        ask("POST", "/sessions/refreshes", "{}", 201);
        ask("POST", "/merchants", REGISTRATION, 201);
        ask("POST", "/ws-tickets", null, 201);
        ask("GET", "/stores", null, 200);
        ask("GET", "/stores/:id", null, 200);
        ask("PATCH", "/stores/:id", "{\"answerWithinSeconds\": 240}", 200);
        ask("GET", "/stores/:id/kitchen", null, 200);
        house.askForCodes();
        ask("GET", "/stores/:id/kitchen", null, 200);
        ask("PUT", "/stores/:id/pause", "{\"until\": \"2030-01-01T00:00:00Z\"}", 204);
        ask("GET", "/stores/:id", null, 200);
        ask("DELETE", "/stores/:id/pause", null, 204);
        ask("PUT", "/stores/:id/menu/:item/availability", AVAILABILITY, 204);
        ask("GET", "/menu", null, 200);
        ask("GET", "/menu/:item", null, 200);
        ask("POST", "/quotes", QUOTE, 200);
        ask("GET", "/stores/:id/orders", null, 200);
        ask("GET", "/orders/:id", null, 200, waiting.getString("orderId"));
        ask("GET", "/orders/:id", null, 404, UNKNOWN);
        ask("GET", "/wallets/:id/days", null, 200);
        ask("DELETE", "/sessions/current", null, 204);
        house.endSession();
        ask("POST", "/sessions/refreshes", "{}", 401);
        assertThat(asked).isEqualTo(house.operations());
        house.documented.assertHeld();
    }

    @Test
    void every_operation_refuses_as_documented_when_a_service_is_away_or_a_session_has_ended() {
        for (int status : new int[] {401, 503}) {
            house.trouble(status);
            for (String operation : house.operations()) {
                int space = operation.indexOf(' ');
                String path = operation.substring(space + 1);
                if (status == 503 || !PUBLIC.contains(path)) {
                    ask(operation.substring(0, space), path, null, status);
                }
            }
        }
        house.documented.assertHeld();
    }

    @Test
    void every_frame_is_documented() throws InterruptedException {
        WebSocket till = connect("?device=a");
        next("session.welcome");
        JsonObject first = house.place(Samples.order(42, 5, "TO_GO", "얼음 적게", Samples.latte(2)));
        JsonObject second = house.place(Samples.order(43, 5, "TO_GO", null, Samples.latte(1)));
        house.remind(second);
        house.become(second, "CANCELLED", new JsonObject());
        house.closeUnacknowledged();
        house.answerWithin(600);
        house.renameOption("caffe-latte", 0, "뜨겁게");
        for (String type : PUSHED) {
            next(type);
        }
        JsonObject order = new JsonObject().put("orderId", first.getString("orderId"));
        say(till, "order.accept", order.copy().put("minutes", 8), true);
        say(till, "order.accept", order.copy().put("minutes", 8), false);
        say(till, "order.delay", order.copy().put("minutes", 5), true);
        say(till, "order.finish", order, true);
        say(till, "order.collect", order, true);
        say(till, "store.busy", new JsonObject().put("extraMinutes", 10).put("until", Samples.in(600)), true);
        say(till, "store.open", new JsonObject(), true);
        say(till, "store.close", new JsonObject(), true);
        say(till, "session.refresh", new JsonObject().put("token", "e30.e30.x"), true);
        house.refuseCommands("지금은 할 수 없습니다.");
        say(till, "order.refuse", order.copy().put("reason", "CLOSING"), false);
        house.resumable(false);
        connect("?device=b&epoch=e-1&pos=1-0");
        next("session.welcome");
        next("session.reset");
        assertThat(house.documented.frames())
                .contains("session.welcome", "session.reset", "reply", "order.placed", "order.reminder")
                .contains("order.changed", "store.state", "menu.changed");
        house.documented.assertHeld();
    }

    @Test
    void a_command_that_is_repeated_takes_effect_once_and_has_one_reply() throws InterruptedException {
        WebSocket till = connect("?device=a");
        next("session.welcome");
        JsonObject order = house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        next("order.placed");
        JsonObject frame = new JsonObject()
                .put("t", "order.accept")
                .put("id", "one")
                .put(
                        "d",
                        new JsonObject()
                                .put("orderId", order.getString("orderId"))
                                .put("minutes", 8));
        till.sendText(frame.encode(), true).join();
        JsonObject reply = next("reply");
        till.sendText(frame.encode(), true).join();
        assertThat(next("reply")).isEqualTo(reply);
        assertThat(order.getInteger("version")).isEqualTo(2);
        house.documented.assertHeld();
    }

    private void ask(String method, String template, String body, int status) {
        ask(method, template, body, status, FakeHouse.STORE);
    }

    private void ask(String method, String template, String body, int status, String id) {
        asked.add(method + " " + template);
        RequestSpecification request = given().contentType(ContentType.JSON);
        String path = template.replace(":id", id).replace(":item", "croissant");
        if (template.endsWith("/orders")) {
            request.queryParam("status", "WAITING,ACCEPTED,REFUSED");
        }
        (body == null ? request : request.body(body))
                .request(method, path)
                .then()
                .statusCode(status);
    }

    private WebSocket connect(String query) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("siren.v1")
                .buildAsync(
                        URI.create(home.toString().replaceFirst("^http", "ws").replaceAll("/$", "") + "/ws/merchant"
                                + query),
                        new WebSocket.Listener() {
                            private final StringBuilder text = new StringBuilder();

                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                                text.append(part);
                                if (last) {
                                    heard.add(new JsonObject(text.toString()));
                                    text.setLength(0);
                                }
                                socket.request(1);
                                return null;
                            }
                        })
                .join();
    }

    private void say(WebSocket till, String type, JsonObject d, boolean done) throws InterruptedException {
        till.sendText(
                        new JsonObject()
                                .put("t", type)
                                .put("id", UUID.randomUUID().toString())
                                .put("d", d)
                                .encode(),
                        true)
                .join();
        assertThat(next("reply").getBoolean("ok")).as(type).isEqualTo(done);
    }

    private JsonObject next(String type) throws InterruptedException {
        JsonObject frame = next();
        assertThat(frame).isNotNull();
        assertThat(frame.getString("t")).isEqualTo(type);
        return frame;
    }

    private JsonObject next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }
}
