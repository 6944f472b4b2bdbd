package io.sirenorder.simulator.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address to which the window sends the buyer back, with the outcome in its query as either SDK writes it. */
record WayBack(WindowRequest request, Map<String, String> outcome) {

    static WayBack paid(WindowRequest request, String transactionId) {
        Map<String, String> outcome = new LinkedHashMap<>();
        if (request.isV1()) {
            outcome.put("imp_uid", transactionId);
            outcome.put("merchant_uid", request.paymentId());
            outcome.put("imp_success", "true");
        } else {
            outcome.put("paymentId", request.paymentId());
            outcome.put("txId", transactionId);
            outcome.put("transactionType", "PAYMENT");
        }
        return new WayBack(request, outcome);
    }

    static WayBack failed(WindowRequest request, String code, String message) {
        Map<String, String> outcome = new LinkedHashMap<>();
        outcome.put(request.isV1() ? "merchant_uid" : "paymentId", request.paymentId());
        if (request.isV1()) {
            outcome.put("imp_success", "false");
        }
        outcome.put(request.isV1() ? "error_code" : "code", code);
        outcome.put(request.isV1() ? "error_msg" : "message", message);
        return new WayBack(request, outcome);
    }

    String address() {
        String target = request.redirect().toString();
        int hash = target.indexOf('#');
        String base = hash < 0 ? target : target.substring(0, hash);
        String fragment = hash < 0 ? "" : target.substring(hash);
        return base + (base.contains("?") ? "&" : "?") + query() + fragment;
    }

    private String query() {
        return outcome.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
