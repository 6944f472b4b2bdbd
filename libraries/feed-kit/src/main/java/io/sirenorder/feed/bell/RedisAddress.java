package io.sirenorder.feed.bell;

import io.vertx.redis.client.RedisClientType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The place of Redis as the framework's own client is told it: one server, or Sentinels that know the primary. */
@Singleton
class RedisAddress {
    private final List<String> hosts;
    private final RedisClientType type;
    private final Optional<String> primary;

    RedisAddress(
            @ConfigProperty(name = "quarkus.redis.hosts") List<String> hosts,
            @ConfigProperty(name = "quarkus.redis.client-type", defaultValue = "standalone") RedisClientType type,
            @ConfigProperty(name = "quarkus.redis.master-name") Optional<String> primary) {
        this.hosts = hosts;
        this.type = type;
        this.primary = primary;
    }

    List<String> hosts() {
        return hosts;
    }

    RedisClientType type() {
        return type;
    }

    /** The Sentinels' name of the primary. */
    Optional<String> primary() {
        return primary;
    }
}
