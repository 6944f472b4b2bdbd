package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.StoreId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/** One counter per store and day of business. */
@ApplicationScoped
class Tickets {
    private static final String DRAW = """
            INSERT INTO tickets (store_id, business_day, number) VALUES (:store, :day, 1)
            ON CONFLICT (store_id, business_day) DO UPDATE SET number = tickets.number + 1
            """;
    private static final String DRAWN = "SELECT number FROM tickets WHERE store_id = :store AND business_day = :day";

    /** The next number; held until the transaction ends, and lost with it. */
    Uni<Ticket> next(StoreId store, Instant at) {
        LocalDate day = Ticket.businessDay(at);
        return Panache.getSession()
                .chain(session -> draw(session, store, day)
                        .chain(() -> drawn(session, store, day))
                        .map(number -> new Ticket(day, number)));
    }

    private static Uni<Integer> draw(Mutiny.Session session, StoreId store, LocalDate day) {
        return session.createNativeQuery(DRAW)
                .setParameter("store", store.value())
                .setParameter("day", day)
                .executeUpdate();
    }

    private static Uni<Integer> drawn(Mutiny.Session session, StoreId store, LocalDate day) {
        return session.createNativeQuery(DRAWN, Integer.class)
                .setParameter("store", store.value())
                .setParameter("day", day)
                .getSingleResult();
    }
}
