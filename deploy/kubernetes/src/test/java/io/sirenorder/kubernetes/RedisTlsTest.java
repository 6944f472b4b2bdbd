package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.embedded.CertificateAuthority;
import io.sirenorder.embedded.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis with an authority of its own, reached as the component redis-tls sets the client. */
class RedisTlsTest {
    private static final String NAME = "primary.redis.svc";
    private static final Vertx VERTX = Names.here(NAME, "other.redis.svc");

    @TempDir
    static Path directory;

    private static CertificateAuthority authority;
    private static RedisServer server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        authority = CertificateAuthority.in(directory.resolve("authority"));
        CertificateAuthority.Issued issued = authority.issue(NAME);
        port = free();
        server = RedisServer.settings()
                .password("of-this-test-only")
                .config("tls-port", Integer.toString(port))
                .config("tls-cert-file", "\"" + issued.certificate() + "\"")
                .config("tls-key-file", "\"" + issued.key() + "\"")
                .config("tls-ca-cert-file", "\"" + authority.certificate() + "\"")
                .config("tls-auth-clients", "no")
                .start();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_program_comes_in_by_tls() {
        assertThat(ping("rediss", NAME, authority.certificate())).isEqualTo("PONG");
    }

    @Test
    void another_authority_is_not_believed() throws Exception {
        CertificateAuthority stranger = CertificateAuthority.in(directory.resolve("stranger"));
        assertThatThrownBy(() -> ping("rediss", NAME, stranger.certificate())).hasStackTraceContaining("PKIX path");
    }

    @Test
    void another_name_is_not_believed() {
        assertThatThrownBy(() -> ping("rediss", "other.redis.svc", authority.certificate()))
                .hasStackTraceContaining("No subject alternative DNS name matching other.redis.svc");
    }

    @Test
    void a_connection_in_clear_text_is_refused() {
        assertThatThrownBy(() -> ping("redis", NAME, authority.certificate())).isNotNull();
    }

    private static String ping(String scheme, String host, Path trusted) {
        Map<String, String> settings =
                Manifests.overlay("production").generated("siren-settings").getData();
        assertThat(settings).containsEntry("QUARKUS_REDIS_TLS_TRUST_CERTIFICATE_PEM", "true");
        RedisOptions options = new RedisOptions()
                .setConnectionString(scheme + "://:of-this-test-only@" + host + ":" + port)
                .setNetClientOptions(new NetClientOptions()
                        .setTrustOptions(new PemTrustOptions().addCertPath(trusted.toString()))
                        .setHostnameVerificationAlgorithm(
                                settings.get("QUARKUS_REDIS_TLS_HOSTNAME_VERIFICATION_ALGORITHM")));
        Redis redis = Redis.createClient(VERTX, options);
        try {
            return redis.send(Request.cmd(Command.PING))
                    .map(Object::toString)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } finally {
            redis.close();
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
