package io.sirenorder.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Restarts services, one instance after the other, as a new release would. */
final class RollingRestart implements Runnable {
    private static final int DONE = 204;

    private final List<String> services;
    private final RunningStack stack;
    private final PrintWriter out;
    private final HttpClient http = HttpClient.newHttpClient();

    RollingRestart(List<String> services, RunningStack stack, PrintWriter out) {
        this.services = services;
        this.stack = stack;
        this.out = out;
    }

    @Override
    public void run() {
        services.forEach(this::restart);
        out.println("restarts all done");
        out.flush();
    }

    private void restart(String service) {
        long begin = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.control() + "/restarts/" + service))
                .header("Authorization", "Bearer " + stack.controlToken())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != DONE) {
                throw new IllegalStateException(service + " did not restart: " + answer.body());
            }
            out.printf("restart  %s took %d s%n", service, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the launcher does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
