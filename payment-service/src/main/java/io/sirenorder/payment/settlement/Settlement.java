package io.sirenorder.payment.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The one way in which a payment becomes something, whoever says that it was made: look it up, then decide once. */
@ApplicationScoped
public class Settlement {
    private final PaymentGateways gateways;
    private final SettlementDesk desk;
    private final WalkIns walkIns;
    private final MeterRegistry meters;

    Settlement(PaymentGateways gateways, SettlementDesk desk, WalkIns walkIns, MeterRegistry meters) {
        this.gateways = gateways;
        this.desk = desk;
        this.walkIns = walkIns;
        this.meters = meters;
    }

    /** Fails when PortOne knows no such payment or gives no clear answer. */
    public Uni<Settled> settle(PaymentReference payment) {
        return gateways.of(payment.version()).lookUp(payment).chain(this::settle);
    }

    /** With what PortOne shows right now. */
    public Uni<Settled> settle(PortOnePayment seen) {
        PaymentGateway gateway = gateways.of(seen.version());
        Uni<Settled> settled =
                gateway.owns(seen) ? judge(seen) : Uni.createFrom().item(Settled.FOREIGN);
        return settled.invoke(result -> count(seen, result));
    }

    private Uni<Settled> judge(PortOnePayment seen) {
        return desk.judge(seen)
                .chain(judged -> judged.isPresent()
                        ? Uni.createFrom().item(judged.get())
                        : walkIns.meet(seen).chain(walkIn -> desk.admit(walkIn, seen)));
    }

    private void count(PortOnePayment seen, Settled result) {
        meters.counter(
                        "siren.payments.settled",
                        "portone",
                        seen.version().name(),
                        "result",
                        result.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
