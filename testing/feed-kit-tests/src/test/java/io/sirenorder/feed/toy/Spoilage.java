package io.sirenorder.feed.toy;

import io.sirenorder.feed.background.Sweep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Throws away jars of spoiled beans; its first run fails. */
@ApplicationScoped
public class Spoilage implements Sweep {
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final Pool pool;

    Spoilage(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "spoilage";
    }

    @Override
    public String due() {
        return "EXISTS (SELECT FROM jars WHERE id LIKE 'spoiled-%')";
    }

    @Override
    public Uni<Void> run() {
        return runs.getAndIncrement() == 0
                ? Uni.createFrom().failure(new IllegalStateException("the bin is full"))
                : pool.query("DELETE FROM jars WHERE id LIKE 'spoiled-%'")
                        .execute()
                        .replaceWithVoid();
    }

    @Override
    public void idle() {
        idle.incrementAndGet();
    }

    public int runs() {
        return runs.get();
    }

    public int idleTimes() {
        return idle.get();
    }
}
