package io.sirenorder.simulator.browser;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Purchase;
import io.sirenorder.simulator.web.BadParameter;
import io.sirenorder.simulator.web.Parameters;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A shop page's request for a payment, as either browser SDK hands it to the payment window. */
record WindowRequest(String encoded, Parameters parameters) {
    private static final long HIGHEST_AMOUNT = 1_000_000_000_000L;
    private static final Map<String, String> METHODS =
            Map.of("VIRTUAL_ACCOUNT", "vbank", "vbank", "vbank", "EASY_PAY", "easypay", "kakaopay", "easypay");

    /** Reads the request; what no SDK would send is a {@link BadParameter}. */
    static WindowRequest read(String encoded) {
        try {
            String json = new String(
                    Base64.getUrlDecoder().decode(Optional.ofNullable(encoded).orElse("")), StandardCharsets.UTF_8);
            WindowRequest request = new WindowRequest(encoded, Parameters.parse(json));
            request.redirect();
            request.amount();
            request.paymentId();
            return request;
        } catch (IllegalArgumentException e) {
            throw new BadParameter("request is not base64url");
        }
    }

    ApiVersion version() {
        return isV1() ? ApiVersion.V1 : ApiVersion.V2;
    }

    boolean isV1() {
        return parameters.text("version").orElse("").equals("V1");
    }

    String paymentId() {
        return parameters.requiredText(isV1() ? "merchant_uid" : "paymentId");
    }

    String orderName() {
        return parameters.requiredText(isV1() ? "name" : "orderName");
    }

    long amount() {
        long amount = parameters.requiredNumber(isV1() ? "amount" : "totalAmount");
        if (amount < 1 || amount > HIGHEST_AMOUNT) {
            throw new BadParameter("the amount is from 1 to " + HIGHEST_AMOUNT);
        }
        return amount;
    }

    String currency() {
        return parameters.text("currency").orElse("KRW").replace("CURRENCY_", "");
    }

    /** The page to come back to: an absolute address of the web. */
    URI redirect() {
        try {
            URI uri = new URI(parameters.requiredText(isV1() ? "m_redirect_url" : "redirectUrl"));
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new BadParameter("the redirect is no address of the web");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new BadParameter("the redirect is no address");
        }
    }

    /** The language that the page asks for, if it does. */
    Optional<String> locale() {
        return isV1() ? parameters.text("language") : parameters.text("locale");
    }

    boolean isVirtualAccount() {
        return method().equals("vbank");
    }

    private String method() {
        return METHODS.getOrDefault(
                parameters.text(isV1() ? "pay_method" : "payMethod").orElse("CARD"), "card");
    }

    /** Fails with {@link BadParameter} when the page names a store that is none of these accounts. */
    Purchase purchase(Accounts accounts) {
        Account account = account(accounts);
        return new Purchase(
                version(),
                account.storeId(),
                paymentId(),
                account.storeId(),
                orderName(),
                amount(),
                currency(),
                customData(),
                method(),
                false,
                isV1() ? null : customer("customerId"),
                isV1() ? parameters.text("buyer_email").orElse(null) : customer("email"),
                null);
    }

    private Account account(Accounts accounts) {
        return parameters
                .text(isV1() ? "code" : "storeId")
                .map(name -> accounts.named(name).orElseThrow(() -> new BadParameter("the store is unknown")))
                .orElse(accounts.first());
    }

    /** Taken as any JSON, kept as its text. */
    private String customData() {
        Object value = parameters.values().getValue(isV1() ? "custom_data" : "customData");
        return value == null || value instanceof String ? (String) value : Json.encode(value);
    }

    /** A member of V2's customer; null where it is absent. */
    private String customer(String member) {
        return parameters.values().getValue("customer") instanceof JsonObject customer
                ? customer.getString(member)
                : null;
    }
}
