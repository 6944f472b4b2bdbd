package io.sirenorder.feed.bell;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes private connections to Redis, by TLS and through Sentinels like the framework's own client; the server need not be
 * there yet.
 */
@ApplicationScoped
public class RedisConnectionSlots {
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private final Vertx vertx;
    private final RedisOptions options;

    RedisConnectionSlots(
            Vertx vertx,
            RedisAddress address,
            @ConfigProperty(name = "quarkus.redis.tls.trust-certificate-pem.certs") Optional<List<String>> authorities,
            @ConfigProperty(name = "quarkus.redis.tls.hostname-verification-algorithm") Optional<String> verification) {
        this.vertx = vertx;
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        authorities.ifPresent(files -> {
            PemTrustOptions trusted = new PemTrustOptions();
            files.forEach(trusted::addCertPath);
            net.setTrustOptions(trusted);
        });
        verification.filter(name -> !name.equals("NONE")).ifPresent(net::setHostnameVerificationAlgorithm);
        this.options = new RedisOptions()
                .setNetClientOptions(net)
                .setType(address.type())
                .setRole(RedisRole.MASTER)
                .setMaxPoolSize(1);
        address.hosts().forEach(options::addConnectionString);
        address.primary().ifPresent(options::setMasterName);
    }

    public RedisConnectionSlot slot() {
        return new RedisConnectionSlot(vertx, new RedisOptions(options));
    }
}
