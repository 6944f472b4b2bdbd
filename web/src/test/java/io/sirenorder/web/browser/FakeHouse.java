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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final int FIRST_REFUSAL = 300;

    final Documented documented = new Documented();
    final FakeSocket socket = new FakeSocket(this::command, documented);
    private final FakeOrders orders = new FakeOrders();
    private final Set<String> operations = new TreeSet<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile JsonObject store;
    private volatile JsonObject kitchen;
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
        orders.forget();
        documented.forget();
        requests.clear();
        remembered = false;
        signedIn = STORE;
        resumable = true;
        trouble = 0;
        dark = false;
        store = Samples.store();
        kitchen = Samples.kitchen();
        menu = Samples.menu();
        stores = new JsonArray();
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
        on(router, HttpMethod.GET, "/menu", request -> answer(request, 200, new JsonObject().put("items", menu)));
        on(router, HttpMethod.GET, "/menu/:item", this::menuItem);
        on(
                router,
                HttpMethod.POST,
                "/quotes",
                request ->
                        answer(request, 200, FakeQuotes.of(menu, request.body().asJsonObject())));
        on(router, HttpMethod.GET, "/wallets/:id/days", request -> answer(request, 200, Samples.days()));
        router.get("/ws/merchant").handler(this::connect);
    }

    private void on(Router router, HttpMethod method, String path, Consumer<RoutingContext> action) {
        operations.add(method + " " + path);
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
        String since = request.request().getParam("pos");
        if (trouble > 0) {
            refuse(request, trouble);
        } else {
            request.request()
                    .toWebSocket()
                    .onSuccess(opened -> socket.accept(opened, resumable ? since : null, since != null && !resumable));
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
        end(request, 204);
    }

    private void pause(RoutingContext request, String until) {
        store.put("pausedUntil", until);
        end(request, 204);
    }

    private void availability(RoutingContext request) {
        JsonObject wanted = request.body().asJsonObject();
        onMenu(request.pathParam("item"))
                .ifPresent(item -> item.put("available", wanted.getBoolean("available"))
                        .put("soldOutUntil", wanted.getString("until")));
        end(request, 204);
    }

    private Optional<JsonObject> onMenu(String menuItemId) {
        return menu.stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("menuItemId").equals(menuItemId))
                .findFirst();
    }

    private void menuItem(RoutingContext request) {
        onMenu(request.pathParam("item"))
                .ifPresentOrElse(item -> answer(request, 200, Samples.detail(item)), () -> refuse(request, 404));
    }

    private void list(RoutingContext request) {
        List<String> statuses = List.of(request.request().getParam("status").split(","));
        String number = request.request().getParam("number");
        answer(request, 200, Samples.page(orders.list(request.pathParam("id"), statuses, number)));
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
        } else if (type.startsWith("store.")) {
            switchTo(type.equals("store.open"), "merchant");
        } else if (type.startsWith("order.")) {
            return orders.command(type, d);
        } else {
            return new JsonObject();
        }
        return new JsonObject().put("storeId", STORE).put("accepting", store.getBoolean("accepting"));
    }

    private void switchTo(boolean accepting, String cause) {
        store.put("accepting", accepting).remove("closedBy");
        if (!accepting) {
            store.put("closedBy", cause);
        }
    }

    /** Commands about orders are refused in these words from now on; null ends that. */
    void refuseCommands(String detail) {
        orders.refuseCommands(detail);
    }

    /** The store asks buyers for a code from now on. */
    void askForCodes() {
        kitchen.put("collection", new JsonObject().put("confirm", "CODE"));
        orders.askForCodes();
    }

    /** An order comes in, and tills are told. */
    JsonObject place(JsonObject order) {
        orders.put(order);
        socket.push("order.placed", order);
        return order;
    }

    /** Another till, a buyer or the clock changes an order. */
    void become(JsonObject order, String status, JsonObject d) {
        FakeOrders.change(order, status, d);
        socket.push("order.changed", order);
    }

    /** An order still waits, and tills are told. */
    void remind(JsonObject order) {
        FakeOrders.change(order, order.getString("status"), new JsonObject());
        socket.push("order.reminder", order);
    }

    /** An item costs so much from now on. */
    void price(String menuItemId, int won) {
        onMenu(menuItemId).orElseThrow().put("priceKrw", won);
    }

    /** The first option of an item is called so from now on, and tills are told that the menu changed. */
    void renameOption(String menuItemId, int choice, String name) {
        JsonObject item = onMenu(menuItemId).orElseThrow();
        item.getJsonArray("optionGroups")
                .getJsonObject(0)
                .getJsonArray("choices")
                .getJsonObject(choice)
                .put("name", name);
        socket.push(
                "menu.changed",
                new JsonObject()
                        .put("storeId", STORE)
                        .put("menuItemId", menuItemId)
                        .put("available", true));
    }

    /** Orders that say no deadline of their own wait so long from now on, and tills are told of the store. */
    void answerWithin(int seconds) {
        store.put("answerWithinSeconds", seconds);
        socket.push(
                "store.state",
                new JsonObject().put("storeId", STORE).put("accepting", true).put("cause", "merchant"));
    }

    /** Closes the store as the service does when orders stay unseen. */
    void closeUnacknowledged() {
        switchTo(false, "unacknowledged");
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
        FakeOrders.change(order, status, new JsonObject());
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

    /** Everything that it answers, as {@code METHOD template}. */
    Set<String> operations() {
        return operations;
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
        return Samples.ids()
                .put("merchantId", claims.getString("sub"))
                .put("storeId", signedIn)
                .put("accessToken", "e30." + body + ".x")
                .put("expiresIn", 900);
    }

    private void answer(RoutingContext request, int status, JsonObject body) {
        end(request, status, "application/json", body.encode());
    }

    private void refuse(RoutingContext request, int status) {
        end(request, status, "application/problem+json", Samples.problem(status).encode());
    }

    private void end(RoutingContext request, int status) {
        end(request, status, "application/json", "");
    }

    private void end(RoutingContext request, int status, String type, String body) {
        String method = request.request().method().name();
        String path = request.request().path();
        documented.answered(method, path, status, type, body);
        String asked = request.body() == null ? null : request.body().asString();
        if (status < FIRST_REFUSAL && asked != null && !asked.isEmpty()) {
            documented.asked(method, path, asked);
        }
        request.response().setStatusCode(status);
        if (!body.isEmpty()) {
            request.response().putHeader("Content-Type", type);
        }
        request.response().end(body);
    }
}
