package io.sirenorder.feed.bell;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes private connections to Redis, by TLS like the framework's own client; the server need not be there yet. */
@ApplicationScoped
public class RedisConnectionSlots {
    private final Vertx vertx;
    private final String address;
    private final NetClientOptions tls = new NetClientOptions();

    RedisConnectionSlots(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.redis.hosts") String address,
            @ConfigProperty(name = "quarkus.redis.tls.trust-certificate-pem.certs") Optional<List<String>> authorities,
            @ConfigProperty(name = "quarkus.redis.tls.hostname-verification-algorithm") Optional<String> verification) {
        this.vertx = vertx;
        this.address = address;
        authorities.ifPresent(files -> {
            PemTrustOptions trusted = new PemTrustOptions();
            files.forEach(trusted::addCertPath);
            tls.setTrustOptions(trusted);
        });
        verification.filter(name -> !name.equals("NONE")).ifPresent(tls::setHostnameVerificationAlgorithm);
    }

    public RedisConnectionSlot slot() {
        return new RedisConnectionSlot(vertx, address, tls);
    }
}
