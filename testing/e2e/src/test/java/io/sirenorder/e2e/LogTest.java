package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The logs of the whole stack, after stories whose secrets and persons are marked with texts found nowhere else. */
@PlaysTogether
class LogTest {
    private static final String CARD = "4111 1111 1111 1111";
    private static final String DAMAGE = "{{";

    private final Stack stack = Stack.running();
    private final Map<String, String> marks = new LinkedHashMap<>();

    @Test
    void no_secret_and_no_person_of_any_story_stands_in_a_log() {
        List<Runnable> stories =
                List.of(this::accounts, this::paidOrder, this::gift, this::coupon, this::webhooks, this::sockets);
        stories.forEach(Runnable::run);

        assertThat(marks).hasSizeGreaterThan(20);
        assertThat(marks.entrySet().stream()
                        .flatMap(mark -> found(mark.getKey(), mark.getValue()))
                        .toList())
                .isEmpty();
    }

    /** The scan can find: what a service does log is found by it. */
    @Test
    void a_text_that_is_logged_would_be_found() {
        assertThat(found("a line of every start", "started in")).isNotEmpty();
    }

    @Test
    void a_line_break_in_a_request_makes_no_line_of_its_own() {
        String forged = mark("line");
        Api api = stack.api().with("Idempotency-Key", forged).with("traceparent", "00-" + forged);
        api.get("/stores?limit=%0d%0a" + forged).expect(400);
        api.post("/sessions", DAMAGE + "\\r\\n" + forged).expect(400);
        api.get("/orders/%0d%0a" + forged);

        assertThat(logs().flatMap(LogTest::lines)).noneMatch(line -> line.startsWith(forged));
    }

    private void accounts() {
        String password = secret("password", "the password " + mark("pw"));
        String phone = secret("phone of a store", "02-" + fourDigits() + "-" + fourDigits());
        Api api = stack.api();
        Map<String, Object> store = Map.of(
                "name",
                "기록 카페",
                "address",
                "서울특별시 중구 세종대로 1",
                "location",
                Map.of("latitude", 37.5, "longitude", 127.0),
                "phone",
                phone);
        Answer ids = api.post("/merchants", Map.of("password", password, "store", store))
                .expect(201);
        api.post("/merchants", Map.of("password", password, "store", store, "surprise", 1))
                .expect(400);
        api.post("/merchants", DAMAGE + password).expect(400);
        api.post("/sessions", Map.of("merchantId", ids.text("merchantId"), "password", secret("wrong password")))
                .expect(401);
        Answer session = api.post("/sessions", Map.of("merchantId", ids.text("merchantId"), "password", password))
                .expect(201);
        secret("access token of a merchant", signature(session.text("accessToken")));
        secret("refresh token", session.text("refreshToken"));
        Answer next = api.post("/sessions/refreshes", Map.of("refreshToken", session.text("refreshToken")))
                .expect(201);
        secret("second refresh token", next.text("refreshToken"));
        Api merchant = api.as(next.text("accessToken"));
        String other = secret("new password", "another password " + mark("pw"));
        merchant.put(
                        "/merchants/" + ids.text("merchantId") + "/password",
                        Map.of("currentPassword", password, "newPassword", other))
                .expect(204);
        api.get("/orders?access_token=" + secret("token in an address"));
        api.as(secret("forged token", "eyJhbGciOiJub25lIn0." + mark("forged") + ".x"))
                .get("/orders")
                .expect(401);
    }

    private void paidOrder() {
        Merchant merchant = stack.merchant();
        Buyer buyer = markedBuyer("buyer");
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            Map<String, Object> line = Map.of("menuItemId", "americano", "quantity", 1, "options", Map.of());
            Map<String, Object> wish = new LinkedHashMap<>(Map.of(
                    "intent",
                    "ORDER",
                    "storeId",
                    merchant.storeId(),
                    "lines",
                    List.of(line),
                    "pickup",
                    "TO_GO",
                    "points",
                    0));
            wish.put("note", secret("note"));
            Answer checkout = buyer.api().post("/checkouts", wish).expect(201);
            wish.put("note", CARD);
            secret("card number", CARD);
            buyer.api().post("/checkouts", wish).expect(400);
            stack.portone().pay(checkout).expect(200);
            String orderId = checkout.text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            merchant.api()
                    .post(
                            "/orders/" + orderId + "/refusal",
                            Map.of("reason", "SOLD_OUT", "message", secret("message of a refusal")))
                    .expect(200);
            stack.awaitFullRefund(orderId);
        }
    }

    private void gift() {
        Buyer sender = markedBuyer("sender");
        Buyer recipient = markedBuyer("recipient");
        Answer checkout = sender.checkOutGift(recipient.email(), secret("message of a gift"))
                .expect(201);
        sender.checkOutGift(recipient.email(), CARD).expect(400);
        sender.checkOutGift(secret("number of a recipient", "010-" + fourDigits() + "-" + fourDigits()), "x");
        stack.portone().pay(checkout).expect(200);
        Eventually.is(() -> coupons(recipient).size(), 1);
        secret("code of a gift", coupons(recipient).get(0).path("code").asText());
    }

    private void coupon() {
        Buyer buyer = markedBuyer("holder");
        String code = secret(
                "code of a coupon",
                stack.operator()
                        .post("/coupons", Map.of("menuItemId", "americano"))
                        .expect(201)
                        .text("code"));
        String guess = secret("guessed code", code.substring(0, code.length() - 4) + "ZZZZ");
        buyer.api().post("/coupons/" + guess + "/registration", null);
        buyer.api().post("/coupons/" + code + "/registration", null).expect(200);
        Merchant merchant = stack.merchant();
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            buyer.api()
                    .post(
                            "/stores/" + merchant.storeId() + "/coupon-orders",
                            Map.of("code", code, "options", Map.of(), "pickup", "TO_GO"))
                    .expect(201);
            till.await("order.placed", frame -> true);
        }
    }

    private void webhooks() {
        secret("secret of webhooks", stack.webhookSecret().substring("whsec_".length()));
        String body = secret("body of a webhook");
        assertThat(Webhook.of(stack, DAMAGE + body).sendAsync().join().status()).isEqualTo(400);
        assertThat(Webhook.of(stack, body).signedBy("whsec_" + "A".repeat(32)).status())
                .isEqualTo(400);
        stack.api()
                .with("webhook-signature", "v1," + secret("signature of a forger"))
                .with("webhook-id", "msg_1")
                .with("webhook-timestamp", Long.toString(Instant.now().getEpochSecond()))
                .post("/webhooks/portone", Map.of("type", "Transaction.Paid"))
                .expect(400);
        Stream.of("merchant", "store", "coupon", "payment")
                .forEach(service -> secret(
                        "database password of " + service, stack.databases().passwordOf(service)));
    }

    private void sockets() {
        Buyer buyer = markedBuyer("caller");
        String ticket = secret(
                "ticket of a socket",
                buyer.api().post("/ws-tickets", null).expect(201).text("ticket"));
        try (Socket phone = Socket.open(stack.api(), "/ws/buyer?ticket=" + ticket, buyer.token())) {
            phone.send(Json.object().put("t", secret("kind of a frame")).toString());
            phone.send(DAMAGE + secret("damaged frame"));
        }
    }

    private Buyer markedBuyer(String role) {
        Buyer buyer = Buyer.signIn(
                stack.api(),
                secret("address of the " + role, mark("mail") + "@example.com"),
                secret("name of " + role));
        secret("subject of the " + role, buyer.buyerId());
        secret("token of the " + role, signature(buyer.token()));
        return buyer;
    }

    private static JsonNode coupons(Buyer buyer) {
        return buyer.api().get("/coupons").expect(200).body().path("items");
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private String secret(String name) {
        return secret(name, mark("mark"));
    }

    private String secret(String name, String text) {
        assertThat(text).as(name).hasSizeGreaterThan(7);
        marks.put(name, text);
        return text;
    }

    private static String mark(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }

    private static String fourDigits() {
        return Integer.toString(1_000 + (int) (Math.random() * 9_000));
    }

    /** The logs that have the text, as it is or without its spaces and hyphens. */
    private Stream<String> found(String name, String text) {
        String bare = text.replaceAll("[ -]", "");
        return logs().filter(log -> lines(log).anyMatch(line -> line.contains(text) || line.contains(bare)))
                .map(log -> name + " in " + log.getFileName());
    }

    private Stream<Path> logs() {
        List<Path> logs = new ArrayList<>();
        try (Stream<Path> files = Files.list(stack.state().resolve("log"))) {
            files.filter(file -> file.toString().endsWith(".log")).forEach(logs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(logs).hasSizeGreaterThan(7);
        return logs.stream();
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
