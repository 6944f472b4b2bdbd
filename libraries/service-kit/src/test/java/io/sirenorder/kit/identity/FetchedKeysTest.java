package io.sirenorder.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchedKeysTest {
    private static String first;
    private static String second;
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Answer answer = new Answer(200, "");
    private volatile String authorization;
    private volatile String accept;
    private volatile boolean onlyForItsMediaType;
    private CountDownLatch hanging;
    private HttpServer issuer;

    private record Answer(int status, String body) {}

    @BeforeAll
    static void makeKeys() throws Exception {
        first = key("first");
        second = key("second");
    }

    @BeforeEach
    void start() throws Exception {
        hanging = new CountDownLatch(0);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                authorization = exchange.getRequestHeaders().getFirst("Authorization");
                accept = exchange.getRequestHeaders().getFirst("Accept");
                hanging.await(20, TimeUnit.SECONDS);
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                boolean refused = onlyForItsMediaType && !accept.contains("application/jwk-set+json");
                exchange.sendResponseHeaders(refused ? 406 : answer.status(), body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        issuer.start();
    }

    @AfterEach
    void stop() throws Exception {
        hanging.countDown();
        issuer.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void an_issuer_that_is_down_at_first_is_asked_until_it_answers() {
        answer = new Answer(500, "");
        FetchedKeys keys = fetched(Duration.ofMinutes(5), Duration.ofMinutes(5));
        eventually(() -> calls.get() >= 3);
        assertThat(keys.isLoaded()).isFalse();
        answer = new Answer(200, set(first));
        eventually(keys::isLoaded);
        assertThat(keys.find("first")).isNotNull();
    }

    @Test
    void a_new_key_is_fetched_when_it_is_first_seen_but_not_over_and_over() {
        answer = new Answer(200, set(first));
        Duration gap = Duration.ofMillis(300);
        Instant begin = Instant.now();
        FetchedKeys keys = fetched(Duration.ofMinutes(5), gap);
        eventually(keys::isLoaded);
        answer = new Answer(200, set(first, second));
        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.find("bogus")).isNull();
        }
        eventually(() -> keys.find("second") != null);
        long gaps = Duration.between(begin, Instant.now()).dividedBy(gap);
        assertThat(calls.get()).isLessThanOrEqualTo((int) gaps + 2);
    }

    @Test
    void a_removed_key_is_unknown_after_one_round() {
        answer = new Answer(200, set(first, second));
        FetchedKeys keys = fetched(Duration.ofMillis(200), Duration.ofMinutes(5));
        eventually(keys::isLoaded);
        answer = new Answer(200, set(second));
        eventually(() -> keys.find("first") == null);
        assertThat(keys.find("second")).isNotNull();
    }

    @Test
    void an_issuer_that_goes_down_keeps_its_keys() {
        answer = new Answer(200, set(first));
        FetchedKeys keys = fetched(Duration.ofMillis(100), Duration.ofMinutes(5));
        eventually(keys::isLoaded);
        answer = new Answer(500, "");
        int before = calls.get();
        eventually(() -> calls.get() >= before + 3);
        assertThat(keys.find("first")).isNotNull();
    }

    @Test
    void a_huge_or_broken_answer_is_refused() {
        for (String nonsense : new String[] {" ".repeat(300_000) + set(first), "[]", "{\"keys\":[]}", "<html>"}) {
            answer = new Answer(200, nonsense);
            int before = calls.get();
            FetchedKeys keys = fetched(Duration.ofMillis(50), Duration.ofMinutes(5));
            eventually(() -> calls.get() >= before + 2);
            assertThat(keys.isLoaded()).as(nonsense.strip()).isFalse();
        }
    }

    @Test
    void a_hanging_issuer_delays_no_request() {
        answer = new Answer(200, set(first));
        FetchedKeys keys = fetched(Duration.ofMillis(100), Duration.ofMillis(1));
        eventually(keys::isLoaded);
        hanging = new CountDownLatch(1);
        long before = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("first")).isNotNull();
            assertThat(keys.find("bogus")).isNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void the_token_of_a_file_is_shown_to_the_issuer(@TempDir Path directory) throws Exception {
        answer = new Answer(200, set(first));
        Path token = Files.writeString(directory.resolve("token"), "abc\n");
        HttpKeySource source = new HttpKeySource(vertx, address(), Optional.of(token), Optional.empty());
        Map<String, PublicKey> keys =
                source.fetch().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(keys).containsOnlyKeys("first");
        assertThat(authorization).isEqualTo("Bearer abc");
    }

    /** kube-apiserver's {@code /openid/v1/jwks} produces {@code application/jwk-set+json} alone. */
    @Test
    void the_keys_of_an_api_server_are_asked_for_in_its_own_media_type() throws Exception {
        onlyForItsMediaType = true;
        answer = new Answer(200, set(first));
        assertThat(fetch()).containsOnlyKeys("first");
        assertThat(accept).isEqualTo("application/jwk-set+json, application/json;q=0.9");
    }

    @Test
    void keys_for_es256_are_taken_and_those_for_other_curves_and_encryption_are_not() throws Exception {
        answer = new Answer(
                200,
                set(
                        curveKey("p256", EllipticCurves.P256, "sig"),
                        curveKey("p384", EllipticCurves.P384, "sig"),
                        curveKey("encryption", EllipticCurves.P256, "enc")));
        assertThat(fetch()).containsOnlyKeys("p256");
    }

    private Map<String, PublicKey> fetch() throws Exception {
        HttpKeySource source = new HttpKeySource(vertx, address(), Optional.empty(), Optional.empty());
        return source.fetch().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static String curveKey(String id, ECParameterSpec curve, String use) throws Exception {
        JsonWebKey key = EcJwkGenerator.generateJwk(curve);
        key.setKeyId(id);
        key.setUse(use);
        return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private FetchedKeys fetched(Duration poll, Duration unknownKeyPoll) {
        HttpKeySource source = new HttpKeySource(vertx, address(), Optional.empty(), Optional.empty());
        FetchedKeys keys = new FetchedKeys("issuer", source, vertx, new Settings(poll, unknownKeyPoll));
        keys.start();
        return keys;
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
    }

    private static String key(String id) throws Exception {
        JsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(id);
        return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static void eventually(BooleanSupplier claim) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** The configuration, as far as keys need it. */
    private record Settings(Duration poll, Duration unknownKeyPoll) implements IdentityConfig {
        @Override
        public Map<String, Issuer> issuers() {
            return Map.of();
        }

        @Override
        public Duration firstPoll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration longestWait() {
            return Duration.ofMinutes(2);
        }
    }
}
