package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a shop's page through the payment window and back. */
class BrowserTest {
    private static final String SHOP = "http://localhost:8080/shop/pay?c=1#x";

    private static PortOneSimulator simulator;
    private static Buyer buyer;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        simulator = PortOneSimulator.start(SimulatorConfig.sample());
        buyer = new Buyer(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sim/browser-sdk.js", "/sim/iamport.js"})
    void the_scripts_may_be_loaded_by_another_origin(String path) {
        HttpResponse<String> script = get(path, "ko");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(header(script, "content-type")).startsWith("text/javascript");
        assertThat(header(script, "cross-origin-resource-policy")).isEqualTo("cross-origin");
        assertThat(header(script, "x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void the_scripts_offer_the_calls_of_the_real_ones() {
        assertThat(get("/sim/browser-sdk.js", "ko").body()).contains("globalThis.PortOne", "requestPayment");
        assertThat(get("/sim/iamport.js", "ko").body()).contains("globalThis.IMP", "init", "request_pay");
    }

    @Test
    void the_window_shows_what_is_paid_in_the_buyers_language() {
        String request = v2(Buyer.newPaymentId());
        HttpResponse<String> korean = get("/sim/window?request=" + request, "ko-KR,en;q=0.5");
        assertThat(korean.body()).contains("lang=\"ko\"", "9,500원", "결제하기");
        HttpResponse<String> english = get("/sim/window?request=" + request, "en-GB");
        assertThat(english.body()).contains("lang=\"en\"", "₩9,500", ">Pay<");
        assertThat(header(english, "content-security-policy"))
                .contains("default-src 'none'", "form-action 'self' http://localhost:8080", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void paying_takes_the_money_and_leads_back() {
        String payment = Buyer.newPaymentId();
        String back = act(v2(payment), "pay");
        JsonObject seen = buyer.view(payment);
        assertThat(seen.getString("status")).isEqualTo("PAID");
        assertThat(seen.getLong("amount")).isEqualTo(9_500);
        assertThat(seen.getString("customData")).isEqualTo("{\"type\":\"order\"}");
        assertThat(back)
                .isEqualTo("http://localhost:8080/shop/pay?c=1&paymentId=" + payment + "&txId="
                        + seen.getString("transactionId") + "&transactionType=PAYMENT#x");
    }

    @Test
    void a_failure_leads_back_with_its_code() {
        String payment = Buyer.newPaymentId();
        assertThat(act(v2(payment), "fail")).contains("paymentId=" + payment, "&code=FAILURE_TYPE_PG&message=");
        assertThat(buyer.view(payment).getString("status")).isEqualTo("FAILED");
    }

    @Test
    void cancelling_leads_back_and_leaves_no_attempt() {
        String payment = Buyer.newPaymentId();
        assertThat(act(v2(payment), "cancel")).contains("&code=PAY_PROCESS_CANCELED&message=");
        assertThat(buyer.send("GET", "/sim/payments/" + payment, null).status()).isEqualTo(404);
    }

    @Test
    void what_is_paid_already_is_not_paid_again() {
        String payment = Buyer.newPaymentId();
        act(v2(payment), "pay");
        assertThat(act(v2(payment), "pay")).contains("&code=ALREADY_PAID&");
    }

    @Test
    void v1_comes_back_in_its_own_words() {
        String payment = Buyer.newPaymentId();
        assertThat(act(v1(payment), "fail"))
                .contains("merchant_uid=" + payment, "imp_success=false", "error_code=FAILURE_TYPE_PG", "error_msg=");
        assertThat(act(v1(payment), "pay")).contains("imp_uid=imp_", "merchant_uid=" + payment, "imp_success=true");
        assertThat(buyer.view(payment).getString("version")).isEqualTo("V1");
    }

    @Test
    void markup_in_what_the_shop_says_stays_text() {
        JsonObject asked = v2Request(Buyer.newPaymentId()).put("orderName", "<script>alert(1)</script>\"{{pay}}");
        assertThat(get("/sim/window?request=" + encoded(asked), "en").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#123;&#123;pay}}")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm8", "e30"})
    void a_broken_request_opens_no_window(String request) {
        assertThat(get("/sim/window?request=" + URLEncoder.encode(request, StandardCharsets.UTF_8), "ko")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/shop/pay", "http://a@b/", "http:// b"})
    void a_window_leads_back_to_the_web_only(String redirect) {
        String request = encoded(v2Request(Buyer.newPaymentId()).put("redirectUrl", redirect));
        assertThat(get("/sim/window?request=" + request, "ko").statusCode()).isEqualTo(400);
    }

    private static JsonObject v2Request(String payment) {
        return new JsonObject()
                .put("version", "V2")
                .put("storeId", simulator.config().account().storeId())
                .put("channelKey", simulator.config().account().channelKey())
                .put("paymentId", payment)
                .put("orderName", "카페라떼 외 1건")
                .put("totalAmount", 9_500)
                .put("currency", "CURRENCY_KRW")
                .put("payMethod", "CARD")
                .put("customData", new JsonObject().put("type", "order"))
                .put("redirectUrl", SHOP);
    }

    private static String v2(String payment) {
        return encoded(v2Request(payment));
    }

    private static String v1(String payment) {
        return encoded(new JsonObject()
                .put("version", "V1")
                .put("code", simulator.config().account().v1Code())
                .put("merchant_uid", payment)
                .put("name", "카페라떼")
                .put("amount", 9_500)
                .put("m_redirect_url", SHOP));
    }

    private static String encoded(JsonObject request) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(request.encode().getBytes(StandardCharsets.UTF_8));
    }

    /** The address that the window leads back to. */
    private String act(String request, String act) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(simulator.url() + "/sim/window"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("request=" + request + "&act=" + act)));
        assertThat(answer.statusCode()).isEqualTo(303);
        return header(answer, "location");
    }

    private HttpResponse<String> get(String path, String language) {
        return send(HttpRequest.newBuilder(URI.create(simulator.url() + path)).header("accept-language", language));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
