package io.sirenorder.feed.bell;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lays lines to Redis; none of them needs it to be there yet. */
@ApplicationScoped
public class RedisLines {
    private final Vertx vertx;
    private final String address;

    RedisLines(Vertx vertx, @ConfigProperty(name = "quarkus.redis.hosts") String address) {
        this.vertx = vertx;
        this.address = address;
    }

    public RedisLine lay() {
        return new RedisLine(vertx, address);
    }
}
