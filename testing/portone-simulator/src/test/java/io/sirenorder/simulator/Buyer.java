package io.sirenorder.simulator;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A client of a simulator over HTTP: a buyer, the console's operator or the merchant's server. */
final class Buyer {
    static final long PRICE = 9_500;

    private final HttpClient client = HttpClient.newHttpClient();
    private final PortOneSimulator simulator;

    record Reply(int status, String text) {
        JsonObject json() {
            return new JsonObject(text);
        }
    }

    Buyer(PortOneSimulator simulator) {
        this.simulator = simulator;
    }

    static String newPaymentId() {
        return UUID.randomUUID().toString();
    }

    JsonObject pay(String version, String paymentId) {
        return pay(version, paymentId, asked -> asked).json();
    }

    Reply pay(String version, String paymentId, UnaryOperator<JsonObject> change) {
        JsonObject asked = new JsonObject()
                .put("version", version)
                .put("paymentId", paymentId)
                .put("amount", PRICE)
                .put("buyerEmail", "buyer@example.com")
                .put("customData", "{\"type\":\"order\",\"intentId\":\"1\"}");
        return send("POST", "/sim/pay", change.apply(asked));
    }

    JsonObject view(String paymentId) {
        return send("GET", "/sim/payments/" + paymentId, null).json();
    }

    JsonObject console(String paymentId, String action, JsonObject body) {
        return send("POST", "/sim/payments/" + paymentId + "/" + action, body).json();
    }

    void faults(JsonObject... rules) {
        Reply reply = send("PUT", "/sim/faults", new JsonObject().put("rules", java.util.List.of(rules)));
        if (reply.status() != 200) {
            throw new IllegalArgumentException(reply.text());
        }
    }

    static JsonObject fault(String name) {
        return new JsonObject().put("fault", name);
    }

    Reply send(String method, String path, JsonObject body, String... headers) {
        String text = body == null ? "" : body.encode();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .method(method, BodyPublishers.ofString(text))
                .header("content-type", "application/json");
        return send(request, headers);
    }

    Reply form(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .method("POST", BodyPublishers.ofString(body))
                .header("content-type", "application/x-www-form-urlencoded");
        return send(request, headers);
    }

    private Reply send(HttpRequest.Builder request, String... headers) {
        try {
            HttpRequest complete = headers.length == 0
                    ? request.build()
                    : request.headers(headers).build();
            HttpResponse<String> response = client.send(complete, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Reply(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
