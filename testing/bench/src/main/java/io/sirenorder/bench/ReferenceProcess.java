package io.sirenorder.bench;

import io.sirenorder.client.Buyer;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The {@link ReferenceServer}, in a JVM with the gateway's own options. */
final class ReferenceProcess implements PushServer, AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final int port;

    private ReferenceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it beside the gateway, and waits until it listens. */
    static ReferenceProcess start(long gatewayPid, String redis) {
        int port = freePort();
        ProcessHandle.Info gateway = ProcessHandle.of(gatewayPid).orElseThrow().info();
        List<String> command = new ArrayList<>(List.of(gateway.command().orElseThrow()));
        Arrays.stream(gateway.arguments().orElseThrow())
                .filter(word -> word.startsWith("-X") && !word.contains("AOT") && !word.contains("aot"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ReferenceServer.class.getName(), Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("REFERENCE_REDIS", redis);
        builder.redirectInput(new File("/dev/null"));
        try {
            Process started = builder.start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
            if (!ReferenceServer.READY.equals(output.readLine())) {
                throw new IllegalStateException("the reference server does not start");
            }
            return new ReferenceProcess(started, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public String recipientOf(Buyer buyer) {
        return "buyer:" + UUID.nameUUIDFromBytes(buyer.buyerId().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String channelOf(String recipient) {
        return ReferenceServer.CHANNELS + new Mailbox(Recipient.fromString(recipient)).channel();
    }

    @Override
    public Future<Boolean> open(HeldSocket socket, WebSocketClient client) {
        return socket.openSilently(
                client,
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/?" + socket.recipient()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
