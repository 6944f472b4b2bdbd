package io.sirenorder.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantRegistered;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.contracts.notification.Presence;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.store.presence.Liveness;
import io.sirenorder.store.presence.StorePresence;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Merchants, buyers and tills around the service, as its own tests need them. */
@ApplicationScoped
public class Town {
    public static final Location GANGNAM = new Location(37.4979, 127.0276);
    public static final OrderLine LATTE = new OrderLine(
            MenuItemId.fromString("caffe-latte"),
            "카페 라떼",
            1,
            Map.of("size", "TALL", "temperature", "ICED", "cup", "OWN"),
            Krw.of(4_600));
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    private final RedisDataSource redis;
    private final Pool pool;
    private final StorePresence live;

    Town(RedisDataSource redis, Pool pool, StorePresence live) {
        this.live = live;
        this.redis = redis;
        this.pool = pool;
    }

    /** A store without a till. */
    public Shop shop() {
        return shop(GANGNAM);
    }

    public Shop shop(Location location) {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        StoreId store = new StoreId(UUID.randomUUID());
        WalletId wallet = new WalletId(UUID.randomUUID());
        StubServices.feed("merchant").append(registered(merchant, store, wallet, location), 1);
        SOON.that(() -> given().get("/stores/" + store).then().statusCode(200));
        return new Shop(merchant, store, Tokens.merchant(merchant, store, wallet));
    }

    public static MerchantRegistered registered(
            MerchantId merchant, StoreId store, WalletId wallet, Location location) {
        StoreProfile profile = new StoreProfile(
                "강남점",
                "서울 강남구 강남대로 1",
                location,
                "02-555-0100",
                "지하철 11번 출구",
                "https://images.example.com/gangnam.jpg",
                null,
                "store-code-1");
        return new MerchantRegistered(merchant, store, wallet, profile, Instant.now());
    }

    /** A store with a till on the line. */
    public Shop openShop() {
        Shop shop = shop();
        connect(shop);
        return shop;
    }

    public void connect(Shop shop) {
        double lapses = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
        redis.sortedSet(String.class).zadd(Presence.key(shop.tills()), lapses, "node:1");
        redis.sortedSet(String.class)
                .zadd(Presence.ALL_KEY, lapses, shop.tills().value());
        SOON.that(() -> assertThat(live.known(shop.store())).isEqualTo(Liveness.LIVE));
    }

    /** Connects a till so lately that no snapshot of all stores shows it. */
    public void connectJustNow(Shop shop) {
        double lapses = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
        redis.sortedSet(String.class).zadd(Presence.key(shop.tills()), lapses, "node:1");
        assertThat(live.known(shop.store())).isEqualTo(Liveness.GONE);
    }

    /** Lets the till's report end so long ago; nobody has removed it. */
    public void lapsed(Shop shop, Duration ago) {
        double lapsed = Instant.now().minus(ago).toEpochMilli();
        redis.sortedSet(String.class).zadd(Presence.key(shop.tills()), lapsed, "node:1");
    }

    public void disconnect(Shop shop) {
        redis.key().del(Presence.key(shop.tills()));
        redis.sortedSet(String.class).zrem(Presence.ALL_KEY, shop.tills().value());
        SOON.that(() -> assertThat(live.known(shop.store())).isEqualTo(Liveness.GONE));
    }

    /** A payment of the buyer's for a latte there. */
    public static PaymentApproved paid(Shop shop, String buyer) {
        return new PaymentApproved(
                new CheckoutId(UUID.randomUUID()),
                Intent.ORDER,
                Tokens.recipient(buyer),
                new OrderDraft(shop.store(), List.of(LATTE), Pickup.TO_GO, "얼음 적게"),
                null,
                Krw.of(4_600),
                Krw.ZERO,
                Instant.now());
    }

    /** Outcome of the order. */
    public OrderView hear(PaymentApproved paid) {
        pay(paid);
        return became(paid);
    }

    public static void pay(PaymentApproved paid) {
        StubServices.feed("payment").append(paid, 1);
    }

    public static OrderView became(PaymentApproved paid) {
        return SOON.get(() -> order(new OrderId(paid.checkoutId().value())));
    }

    /** An order of the buyer's that waits there. */
    public OrderView waitingOrder(Shop shop, String buyer) {
        OrderView order = hear(paid(shop, buyer));
        assertThat(order.status()).isEqualTo(OrderStatus.WAITING);
        return order;
    }

    /** The order as neighbours see it. */
    public static OrderView order(OrderId id) {
        String body = asService()
                .get("/internal/orders/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return Tolerant.mapper().readValue(body, OrderView.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public static RequestSpecification as(Shop shop) {
        return given().auth().oauth2(shop.token()).contentType("application/json");
    }

    public static RequestSpecification asBuyer(String subject) {
        return given().auth().oauth2(Tokens.buyer(subject)).contentType("application/json");
    }

    public static RequestSpecification asService() {
        return given().auth().oauth2(Tokens.service("gateway")).contentType("application/json");
    }

    /** A buyer, as mailboxes know them. */
    public static Recipient recipient(String subject) {
        return Tokens.recipient(subject);
    }

    /** Checks that it is a problem of that kind. */
    public static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", org.hamcrest.Matchers.equalTo(code));
    }

    /** The frames in a mailbox of that type, the oldest first. */
    public List<JsonNode> mail(Recipient recipient, String type) {
        return redis.stream(String.class).xrange(new Mailbox(recipient).streamKey(), StreamRange.of("-", "+")).stream()
                .map(message -> read(message.payload().get("j")))
                .filter(frame -> frame.get("t").asText().equals(type))
                .toList();
    }

    /** The types of the order's events that were laid down, in order. */
    public List<String> events(OrderId order) {
        return rows("""
                SELECT type FROM (
                  SELECT pos, stream, stream_ver, type FROM event_feed UNION ALL
                  SELECT NULL, stream, stream_ver, type FROM outbox_pending) AS events
                WHERE stream = $1 ORDER BY pos, stream_ver
                """, "order:" + order).stream().map(row -> row.getString(0)).toList();
    }

    /** Moves an order's past further back, as if so much time had gone by. */
    public void age(OrderId order, Duration by) {
        rows("""
                UPDATE orders SET placed_at = placed_at - $2::interval, due_at = due_at - $2::interval,
                    delivered_at = delivered_at - $2::interval, ready_by = ready_by - $2::interval
                WHERE id = $1
                """, order.value(), io.vertx.pgclient.data.Interval.of(by));
    }

    public List<Row> rows(String sql, Object... values) {
        List<Row> rows = new java.util.ArrayList<>();
        pool.preparedQuery(sql).executeAndAwait(Tuple.from(List.of(values))).forEach(rows::add);
        return rows;
    }

    public static JsonNode read(String json) {
        try {
            return Tolerant.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
