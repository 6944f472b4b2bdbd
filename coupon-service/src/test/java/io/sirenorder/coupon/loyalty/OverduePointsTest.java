package io.sirenorder.coupon.loyalty;

import static io.sirenorder.coupon.Calls.reservePoints;
import static io.sirenorder.coupon.Calls.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.Database;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class OverduePointsTest {
    @Inject
    OverduePoints points;

    @Inject
    MeterRegistry meters;

    @Inject
    Database database;

    @Test
    void points_of_a_checkout_that_must_have_ended_are_counted_until_they_are_given_back() throws Throwable {
        String buyer = "late-" + UUID.randomUUID();
        Recipient self = Tokens.recipient(buyer);
        grant(self, 100);
        UUID checkout = UUID.randomUUID();
        long before = overdue();

        reservePoints(checkout, buyer, 40).then().statusCode(200);
        assertThat(overdue()).isEqualTo(before);
        database.run(
                "UPDATE points_reservations SET until = now() - interval '11 minutes' WHERE checkout_id = ?", checkout);
        assertThat(overdue()).isEqualTo(before + 1);

        service().delete("/internal/points-reservations/" + checkout).then().statusCode(204);
        assertThat(overdue()).isEqualTo(before);
    }

    private void grant(Recipient owner, long points) throws SQLException {
        database.run("INSERT INTO loyalty_accounts VALUES (?, ?, 0, 1)", owner.value(), points);
        database.run("""
                INSERT INTO loyalty_entries
                  (recipient, number, kind, points, stamps, points_after, stamps_after, reference, at)
                VALUES (?, 1, 'MOVE_IN', ?, 0, ?, 0, 'test', now())""", owner.value(), points, points);
    }

    private long overdue() throws Throwable {
        VertxContextSupport.subscribeAndAwait(points::count);
        return (long) meters.get("siren.points.overdue").gauge().value();
    }
}
