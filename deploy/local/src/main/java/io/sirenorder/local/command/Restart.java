package io.sirenorder.local.command;

import io.sirenorder.local.stack.Refused;
import io.sirenorder.local.stack.StackFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code siren restart SERVICE}. */
@Command(
        name = "restart",
        description = "Restarts a part, one instance after the other, each when nobody is being served by it any more.")
final class Restart implements Runnable {
    @Mixin
    private StateChoice choice;

    @Parameters(
            paramLabel = "SERVICE",
            description = "store-service, store-service-2, or just store; redis, postgres, ...")
    private String part;

    @Override
    public void run() {
        StackFile stack = choice.running();
        URI order = URI.create(stack.json().getString("control") + "/restarts/" + part);
        HttpRequest request = HttpRequest.newBuilder(order)
                .header("Authorization", "Bearer " + stack.json().getString("controlToken"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 204) {
            String reason = answer.statusCode() == 404 ? "no part is called " + part : answer.body();
            throw new Refused(Refused.FAILED, reason);
        }
        System.out.println(part + " runs again");
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refused(Refused.NOT_RUNNING, "the launcher does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.FAILED, "interrupted");
        }
    }
}
