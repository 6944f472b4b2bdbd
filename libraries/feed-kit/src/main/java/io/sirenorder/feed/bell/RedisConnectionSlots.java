package io.sirenorder.feed.bell;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lays lines to Redis; none of them needs it to be there yet. */
@ApplicationScoped
public class RedisConnectionSlots {
    private final Vertx vertx;
    private final String address;

    RedisConnectionSlots(Vertx vertx, @ConfigProperty(name = "quarkus.redis.hosts") String address) {
        this.vertx = vertx;
        this.address = address;
    }

    public RedisConnectionSlot lay() {
        return new RedisConnectionSlot(vertx, address);
    }
}
