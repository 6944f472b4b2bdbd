package io.sirenorder.payment.settlement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.sirenorder.payment.portone.PortOneVersion;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts of decisions about payments. Series that alerts watch exist from the start, so that a first increment shows. */
@Startup
@Singleton
class SettlementMetrics {
    private final MeterRegistry meters;

    SettlementMetrics(MeterRegistry meters) {
        this.meters = meters;
        meters.counter("siren.payments.cancelled.outside", "extent", "whole");
        meters.counter("siren.payments.cancelled.outside", "extent", "part");
        foreignPayers(true);
        foreignPayers(false);
        for (PortOneVersion version : PortOneVersion.values()) {
            for (Settled result : Settled.values()) {
                settledCounter(version, result);
            }
        }
        PaymentChecks.SLUGS.forEach(slug -> meters.counter("siren.payments.rejected", "reason", slug));
        meters.counter("siren.payments.rejected", "reason", Settlement.NOT_RECORDABLE);
        meters.counter("siren.payments.rejected", "reason", Settlement.NOT_PROCESSABLE);
    }

    void settled(PortOneVersion version, Settled result) {
        settledCounter(version, result).increment();
    }

    private Counter settledCounter(PortOneVersion version, Settled result) {
        return meters.counter(
                "siren.payments.settled",
                "portone",
                version.name(),
                "result",
                result.name().toLowerCase(Locale.ROOT));
    }

    void rejected(String reason) {
        meters.counter("siren.payments.rejected", "reason", reason).increment();
    }

    /** Counts a payment whose payer is not the buyer. */
    void paidByAnother(boolean isTaken) {
        foreignPayers(isTaken).increment();
    }

    private Counter foreignPayers(boolean isTaken) {
        return meters.counter("siren.payments.foreign.payer", "taken", Boolean.toString(isTaken));
    }

    void cancelledOutside(boolean isWhole) {
        meters.counter("siren.payments.cancelled.outside", "extent", isWhole ? "whole" : "part")
                .increment();
    }
}
