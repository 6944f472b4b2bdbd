package io.sirenorder.payment.clearing;

import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.StoreEvent.StoreDaySealed;
import io.sirenorder.contracts.store.TimelineRoot;
import io.sirenorder.kit.page.IdBatch;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kept seals beside the timelines of a store-service that was altered, and that seals what is left. */
@QuarkusTest
class SealJobTest extends PaymentTest {
    private final LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Seoul")).minusDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SEALED = "a".repeat(64);
    private static final String RESEALED = "b".repeat(64);

    @Inject
    SealJob job;

    @Inject
    MeterRegistry meters;

    private final Map<UUID, String> timelines = new ConcurrentHashMap<>();

    @BeforeEach
    void serve() {
        ledger.run("DELETE FROM store_day_seals");
        StubServices.answer("POST", "/internal/timelines/search", request -> {
            List<UUID> stores = StreamSupport.stream(request.json().path("ids").spliterator(), false)
                    .map(id -> UUID.fromString(id.asText()))
                    .toList();
            return stores.size() > IdBatch.MOST
                    ? Reply.problem(400, "invalid-request")
                    : Reply.json(200, roots(stores));
        });
    }

    private List<TimelineRoot> roots(List<UUID> stores) {
        return stores.stream()
                .filter(timelines::containsKey)
                .map(store -> new TimelineRoot(new StoreId(store), yesterday, timelines.get(store)))
                .toList();
    }

    @Test
    void a_cut_tail_that_was_sealed_again_is_found() {
        UUID store = UUID.randomUUID();
        tell(store, yesterday, SEALED, 1);
        timelines.put(store, SEALED);
        SOON.that(() -> assertThat(kept()).isEqualTo(1));
        compare();
        assertThat(contradicted()).isZero();

        timelines.put(store, RESEALED);
        tell(store, yesterday, RESEALED, 2);
        tell(UUID.randomUUID(), yesterday.minusDays(30), SEALED, 3);
        SOON.that(() -> assertThat(kept()).isEqualTo(2));
        compare();
        assertThat(contradicted()).isEqualTo(1);

        timelines.remove(store);
        compare();
        assertThat(contradicted()).as("a day whose steps are gone").isEqualTo(1);

        timelines.put(store, SEALED);
        compare();
        assertThat(contradicted()).isZero();
    }

    @Test
    void every_store_is_asked_for_however_many_there_are() {
        List<UUID> stores = Stream.generate(UUID::randomUUID)
                .limit(2 * IdBatch.MOST + 1)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        stores.forEach(store -> timelines.put(store, SEALED));
        ledger.run("""
                INSERT INTO store_day_seals (store_id, day, orders, root, sealed_at)
                SELECT store, $2, 1, $3, now() FROM unnest($1::uuid[]) AS store""", stores.toArray(UUID[]::new), yesterday, SEALED);
        compare();
        assertThat(contradicted()).isZero();

        timelines.put(stores.get(stores.size() - 1), RESEALED);
        compare();
        assertThat(contradicted()).isEqualTo(1);
    }

    @Test
    void a_comparison_without_store_service_says_how_old_the_last_one_is() {
        UUID store = UUID.randomUUID();
        tell(store, yesterday, SEALED, 1);
        SOON.that(() -> assertThat(kept()).isEqualTo(1));
        compare();
        assertThat(contradicted()).isEqualTo(1);

        StubServices.answer(
                "POST", "/internal/timelines/search", request -> Reply.problem(503, "neighbour-unavailable"));
        Instant last = job.comparedAt();
        compare();
        assertThat(contradicted()).as("what was found stands").isEqualTo(1);
        assertThat(job.comparedAt()).isEqualTo(last);
        assertAgeSince(last);

        serve();
        compare();
        assertThat(job.comparedAt()).isAfter(last);
        assertAgeSince(job.comparedAt());
    }

    private void assertAgeSince(Instant last) {
        double least = secondsSince(last);
        double age = meters.get("siren.seals.age").gauge().value();
        assertThat(age).isBetween(least, secondsSince(last));
    }

    private static double secondsSince(Instant last) {
        return Duration.between(last, Instant.now()).toMillis() / 1000.0;
    }

    private static void tell(UUID store, LocalDate day, String root, long version) {
        StubServices.feed("store").append(new StoreDaySealed(new StoreId(store), day, 3, root, Instant.now()), version);
    }

    private long kept() {
        return ledger.count("SELECT count(*) FROM store_day_seals");
    }

    private void compare() {
        job.compare().await().atMost(PATIENCE);
    }

    private double contradicted() {
        return meters.get("siren.seals.contradicted").gauge().value();
    }
}
