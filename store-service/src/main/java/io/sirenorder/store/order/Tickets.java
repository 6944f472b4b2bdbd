package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.store.storefront.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;

/** One counter per store and day of business. */
@ApplicationScoped
class Tickets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 10_000;
    private static final String DRAW = """
            INSERT INTO tickets (store_id, business_day, number) VALUES (:store, :day, 1)
            ON CONFLICT (store_id, business_day) DO UPDATE SET number = tickets.number + 1
            RETURNING number
            """;

    /** The next number; held until the transaction ends, and lost with it. */
    Uni<Ticket> next(Store store, Instant at) {
        LocalDate day = Ticket.businessDay(at);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DRAW, Integer.class)
                        .setParameter("store", store.id().value())
                        .setParameter("day", day)
                        .getSingleResult())
                .map(number -> new Ticket(day, number, store.kitchen().asksForCode() ? code() : null));
    }

    private static String code() {
        return "%04d".formatted(RANDOM.nextInt(CODES));
    }
}
