package io.sirenorder.simulator;

import io.sirenorder.simulator.payment.Account;
import io.vertx.core.json.JsonObject;

/** The merchant's server as a caller of V1. */
final class V1Caller {
    private final Buyer http;
    private final Account account;

    V1Caller(PortOneSimulator simulator) {
        http = new Buyer(simulator);
        account = simulator.config().account();
    }

    Buyer.Reply token() {
        return token(account.v1Key(), account.v1Secret());
    }

    Buyer.Reply token(String key, String secret) {
        JsonObject keys = new JsonObject().put("imp_key", key).put("imp_secret", secret);
        return http.send("POST", "/v1/users/getToken", keys);
    }

    String authorization() {
        return "Bearer " + token().json().getJsonObject("response").getString("access_token");
    }

    Buyer.Reply get(String path) {
        return http.send("GET", "/v1/payments/" + path, null, "authorization", authorization());
    }

    Buyer.Reply cancel(JsonObject body) {
        return send("POST", "cancel", body);
    }

    Buyer.Reply send(String method, String path, JsonObject body) {
        return http.send(method, "/v1/payments/" + path, body, "authorization", authorization());
    }

    Buyer.Reply form(String path, String body) {
        return http.form("/v1/payments/" + path, body, "authorization", authorization());
    }
}
