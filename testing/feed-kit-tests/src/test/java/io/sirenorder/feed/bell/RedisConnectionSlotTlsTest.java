package io.sirenorder.feed.bell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.embedded.CertificateAuthority;
import io.sirenorder.embedded.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisConnectionSlotTlsTest {
    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static CertificateAuthority authority;
    private static RedisServer server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        authority = CertificateAuthority.in(directory.resolve("authority"));
        CertificateAuthority.Issued issued = authority.issue("localhost");
        port = free();
        server = RedisServer.settings()
                .config("tls-port", Integer.toString(port))
                .config("tls-cert-file", "\"" + issued.certificate() + "\"")
                .config("tls-key-file", "\"" + issued.key() + "\"")
                .config("tls-ca-cert-file", "\"" + authority.certificate() + "\"")
                .config("tls-auth-clients", "no")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_line_is_laid_by_tls_to_a_server_whose_authority_is_named() {
        assertThat(ping("localhost", authority)).isEqualTo("PONG");
    }

    @Test
    void another_authority_or_another_name_is_not_believed() throws Exception {
        CertificateAuthority stranger = CertificateAuthority.in(directory.resolve("stranger"));
        assertThatThrownBy(() -> ping("localhost", stranger)).hasStackTraceContaining("PKIX path");
        assertThatThrownBy(() -> ping("127.0.0.1", authority)).hasStackTraceContaining("127.0.0.1");
    }

    private static String ping(String host, CertificateAuthority trusted) {
        RedisConnectionSlots slots = new RedisConnectionSlots(
                vertx,
                new RedisAddress(
                        List.of("rediss://" + host + ":" + port), RedisClientType.STANDALONE, Optional.empty()),
                Optional.of(List.of(trusted.certificate().toString())),
                Optional.of("HTTPS"));
        return slots.slot()
                .use(
                        10_000,
                        connection -> connection.send(Request.cmd(Command.PING)).map(Object::toString))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
