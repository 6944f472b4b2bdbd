package io.sirenorder.local.stack;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Orders of other commands to the launcher that runs the stack, which knows them by the token in its state directory. */
public record LauncherClient(StackFile stack) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Comes back when the part, or each instance of the service, runs again. */
    public void restart(String part) {
        send("POST", "/restarts/" + part);
    }

    /** Has a part stopped until its {@link #restart}. */
    public void stop(String part) {
        send("POST", "/stops/" + part);
    }

    /** Has a service stopped and its address kept, and learns what its successor has to be told. */
    public JsonObject takePlaceOf(String service) {
        return new JsonObject(send("PUT", "/places/" + service));
    }

    /** Has the launcher run the service itself again. */
    public void giveBack(String service) {
        send("DELETE", "/places/" + service);
    }

    private String send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.json().getString("control") + path))
                .header("Authorization", "Bearer " + stack.json().getString("controlToken"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new Refused(Refused.FAILED, answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Refused(Refused.NOT_RUNNING, "the launcher does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.FAILED, "interrupted");
        }
    }
}
