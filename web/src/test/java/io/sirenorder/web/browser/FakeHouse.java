package io.sirenorder.web.browser;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The services as a till sees them, at the pages' own origin: scripted by the test, and forgetful. */
@Singleton
class FakeHouse implements HttpServerOptionsCustomizer {
    static final String MERCHANT = "0190a0a0-0000-7000-8000-00000000000a";
    static final String STORE = "0190a0a0-0000-7000-8000-00000000000b";
    static final String PICKUP_CODE = "4711";
    static final String WALLET = "0190a0a0-0000-7000-8000-00000000000c";
    /** Another merchant, whose store has its id too. */
    static final String OTHER = "0190a0a0-0000-7000-8000-00000000000d";

    static final String PASSWORD = "correct horse";

    final FakeSocket socket = new FakeSocket(this::command);
    private final Map<String, JsonObject> orders = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile JsonObject store;
    private final JsonObject kitchen = new JsonObject();
    private volatile JsonArray menu;
    private volatile JsonArray stores = new JsonArray();
    private volatile boolean remembered;
    private volatile String signedIn;
    private volatile boolean resumable;
    private volatile int trouble;
    private volatile boolean dark;

    FakeHouse() {
        forget();
    }

    /** Resets everything: signed out, an open store, no orders. */
    final void forget() {
        socket.reset();
        orders.clear();
        requests.clear();
        remembered = false;
        signedIn = STORE;
        resumable = true;
        trouble = 0;
        dark = false;
        store = Samples.store();
        kitchen.clear();
        menu = Samples.menu();
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.addWebSocketSubProtocol("siren.v1");
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            if (dark) {
                refuse(request, 503);
            } else {
                request.next();
            }
        });
        on(router, HttpMethod.POST, "/sessions", this::signIn);
        on(router, HttpMethod.POST, "/sessions/refreshes", this::refresh);
        on(router, HttpMethod.DELETE, "/sessions/current", this::signOut);
        on(router, HttpMethod.POST, "/merchants", request -> answer(request, 201, Samples.ids()));
        on(router, HttpMethod.POST, "/ws-tickets", request -> answer(request, 201, Samples.ticket()));
        on(router, HttpMethod.GET, "/stores", request -> answer(request, 200, Samples.page(stores)));
        on(router, HttpMethod.GET, "/stores/:id/kitchen", request -> answer(request, 200, kitchen));
        on(router, HttpMethod.GET, "/stores/:id", request -> answer(request, 200, store));
        on(
                router,
                HttpMethod.PATCH,
                "/stores/:id",
                request -> answer(request, 200, store.mergeIn(request.body().asJsonObject())));
        on(
                router,
                HttpMethod.PUT,
                "/stores/:id/pause",
                request -> pause(request, request.body().asJsonObject().getString("until")));
        on(router, HttpMethod.DELETE, "/stores/:id/pause", request -> pause(request, null));
        on(router, HttpMethod.PUT, "/stores/:id/menu/:item/availability", this::availability);
        on(router, HttpMethod.GET, "/stores/:id/orders", this::list);
        on(router, HttpMethod.GET, "/orders/:id", this::one);
        on(router, HttpMethod.GET, "/menu", request -> answer(request, 200, Samples.page(menu)));
        on(router, HttpMethod.GET, "/wallets/:id/days", request -> answer(request, 200, Samples.days()));
        router.get("/ws/merchant").handler(this::connect);
    }

    private void on(Router router, HttpMethod method, String path, Consumer<RoutingContext> action) {
        router.route(method, path).handler(BodyHandler.create(false)).handler(request -> {
            requests.add(method + " " + request.request().uri() + " "
                    + request.body().asString());
            if (trouble > 0) {
                refuse(request, trouble);
            } else {
                action.accept(request);
            }
        });
    }

    private void connect(RoutingContext request) {
        String since = resumable ? request.request().getParam("pos") : null;
        if (trouble > 0) {
            refuse(request, trouble);
        } else {
            request.request().toWebSocket().onSuccess(opened -> socket.accept(opened, since));
        }
    }

    private void signIn(RoutingContext request) {
        JsonObject credentials = request.body().asJsonObject();
        switch (credentials.getString("password")) {
            case PASSWORD -> {
                remembered = true;
                signedIn = OTHER.equals(credentials.getString("merchantId")) ? OTHER : STORE;
                answer(request, 201, session());
            }
            case "locked" -> {
                request.response().putHeader("Retry-After", "90");
                refuse(request, 429);
            }
            default -> refuse(request, 401);
        }
    }

    private void refresh(RoutingContext request) {
        if (remembered) {
            answer(request, 201, session());
        } else {
            refuse(request, 401);
        }
    }

    private void signOut(RoutingContext request) {
        remembered = false;
        request.response().setStatusCode(204).end();
    }

    private void pause(RoutingContext request, String until) {
        store.put("pausedUntil", until);
        request.response().setStatusCode(204).end();
    }

    private void availability(RoutingContext request) {
        JsonObject wanted = request.body().asJsonObject();
        menu.stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("menuItemId").equals(request.pathParam("item")))
                .forEach(item -> item.put("available", wanted.getBoolean("available"))
                        .put("soldOutUntil", wanted.getString("until")));
        request.response().setStatusCode(204).end();
    }

    private void list(RoutingContext request) {
        List<String> statuses = List.of(request.request().getParam("status").split(","));
        String number = request.request().getParam("number");
        JsonArray found = new JsonArray(orders.values().stream()
                .filter(order -> request.pathParam("id").equals(order.getString("storeId")))
                .filter(order -> statuses.contains(order.getString("status")))
                .filter(order -> number == null || number.equals(order.getString("number")))
                .toList());
        answer(request, 200, Samples.page(found));
    }

    private void one(RoutingContext request) {
        JsonObject order = orders.get(request.pathParam("id"));
        if (order == null) {
            refuse(request, 404);
        } else {
            answer(request, 200, order);
        }
    }

    private JsonObject command(String type, JsonObject d) {
        if (type.equals("store.busy")) {
            store.put("busyMinutes", d.getInteger("extraMinutes")).put("busyUntil", d.getString("until"));
            return new JsonObject().put("storeId", STORE);
        }
        if (type.startsWith("store.")) {
            store.put("accepting", type.equals("store.open"));
            return new JsonObject().put("storeId", STORE).put("accepting", type.equals("store.open"));
        }
        if (!type.startsWith("order.")) {
            return new JsonObject();
        }
        JsonObject order = orders.get(d.getString("orderId"));
        if (type.equals("order.collect")) {
            return collect(order, d.getString("code"));
        }
        if (type.equals("order.delay")) {
            change(order, "ACCEPTED", d);
            return order.copy();
        }
        String next = Map.of("order.accept", "ACCEPTED", "order.refuse", "REFUSED", "order.finish", "FINISHED")
                .get(type);
        if (!Samples.may(order.getString("status"), next)) {
            return new JsonObject()
                    .put("code", "order-already-decided")
                    .put("retryable", false)
                    .put("detail", "이미 처리된 주문입니다.");
        }
        change(order, next, d);
        return order.copy();
    }

    private JsonObject collect(JsonObject order, String code) {
        if (!kitchen.isEmpty() && !PICKUP_CODE.equals(code)) {
            return new JsonObject()
                    .put("code", "pickup-code-wrong")
                    .put("retryable", false)
                    .put("detail", "픽업 번호가 맞지 않습니다.");
        }
        change(order.put("collection", "COLLECTED"), "FINISHED", new JsonObject());
        return order.copy();
    }

    /** The store asks buyers for a code from now on. */
    void askForCodes() {
        kitchen.put("collection", new JsonObject().put("confirm", "CODE"));
    }

    private void change(JsonObject order, String status, JsonObject d) {
        order.put("status", status).put("version", order.getInteger("version") + 1);
        if (d.containsKey("minutes")) {
            order.put("readyBy", Samples.in(d.getInteger("minutes") * 60));
        }
        if (status.equals("FINISHED") && !order.containsKey("collection")) {
            order.put("collection", "AWAITED").put("finishedAt", Samples.in(0));
        }
        if (d.containsKey("reason")) {
            order.put("reason", d.getString("reason"));
        }
    }

    /** An order comes in, and tills are told. */
    JsonObject place(JsonObject order) {
        orders.put(order.getString("orderId"), order);
        socket.push("order.placed", order);
        return order;
    }

    /** Another till, a buyer or the clock changes an order. */
    void become(JsonObject order, String status, JsonObject d) {
        change(order, status, d);
        socket.push("order.changed", order);
    }

    /** Closes the store as the service does when orders stay unseen. */
    void closeUnacknowledged() {
        store.put("accepting", false);
        socket.push(
                "store.state",
                new JsonObject().put("storeId", STORE).put("accepting", false).put("cause", "unacknowledged"));
    }

    /** Every request is answered with this status from now on; 0 ends that. */
    void trouble(int status) {
        trouble = status;
    }

    /** Refuses every request, even for a page. */
    void goDark() {
        dark = true;
        socket.close(1001);
    }

    /** An order changes without a push to the till. */
    void becomeUnheard(JsonObject order, String status) {
        change(order, status, new JsonObject());
    }

    /** Whether a socket that comes back is told what it missed. */
    void resumable(boolean next) {
        resumable = next;
    }

    /** The refresh token is known already, as after a reload. */
    void remember() {
        remembered = true;
    }

    /** The refresh token is of no use any more. */
    void endSession() {
        remembered = false;
    }

    /** The stores that buyers choose from. */
    void stores(JsonArray next) {
        stores = next;
    }

    /** The store, its address and its drinks are called so. */
    void sell(List<String> names) {
        String all = String.join(" ", names);
        store.put("name", all).put("address", all).put("location", Samples.location());
        menu = new JsonArray(names.stream().map(Samples::drinkCalled).toList());
    }

    JsonObject store() {
        return store;
    }

    /** Requests so far that contain a text, as {@code METHOD uri body}. */
    List<String> requests(String part) {
        return requests.stream().filter(request -> request.contains(part)).toList();
    }

    private JsonObject session() {
        JsonObject claims = new JsonObject()
                .put("sub", signedIn.equals(OTHER) ? OTHER : MERCHANT)
                .put("store_id", signedIn)
                .put("wallet_id", WALLET);
        String body = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8));
        return new JsonObject().put("accessToken", "e30." + body + ".x").put("expiresIn", 900);
    }

    private static void answer(RoutingContext request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    private static void refuse(RoutingContext request, int status) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("code", "scripted")
                        .put("status", status)
                        .put("detail", "대본에 따른 오류입니다.")
                        .encode());
    }
}
