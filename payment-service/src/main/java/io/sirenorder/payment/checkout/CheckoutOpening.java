package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.PointsReservation;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.sirenorder.payment.checkout.CheckoutView.Opened;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PaymentWindow;
import io.sirenorder.payment.portone.PortOneUnreachable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Opens a checkout: prices the wish and holds it at the store, inserts the checkout, reserves points, registers the amount at
 * PortOne. No transaction is open while others are asked. Any step that fails gives back what the steps before have taken.
 */
@ApplicationScoped
class CheckoutOpening {
    private final Pricing pricing;
    private final HoldClient holds;
    private final CheckoutDesk desk;
    private final PointsApi points;
    private final PaymentGateways gateways;
    private final CheckoutConfig config;
    private final Clock clock;

    CheckoutOpening(
            Pricing pricing,
            HoldClient holds,
            CheckoutDesk desk,
            @RestClient PointsApi points,
            PaymentGateways gateways,
            CheckoutConfig config,
            Clock clock) {
        this.pricing = pricing;
        this.holds = holds;
        this.desk = desk;
        this.points = points;
        this.gateways = gateways;
        this.config = config;
        this.clock = clock;
    }

    Uni<Opened> open(CheckoutRequest wanted, Recipient buyer, String nickname) {
        CheckoutId id = new CheckoutId(UUID.randomUUID());
        return pricing.hold(wanted, nickname.isBlank() ? null : nickname, id, buyer)
                .map(priced -> checkout(id, priced, buyer, wanted.wantedPoints()))
                .chain(desk::open)
                .onFailure(failure -> wanted.intent() == Intent.ORDER && !(failure instanceof NeighbourProblem))
                .call(() -> holds.giveBack(id))
                .chain(checkout -> prepare(checkout)
                        .onFailure()
                        .call(failure -> desk.abandon(checkout.id(), "checkout-not-prepared")))
                .onFailure(NeighbourProblem.class)
                .transform(Refusals::of);
    }

    private Checkout checkout(CheckoutId id, Priced priced, Recipient buyer, long points) {
        Deadlines deadlines = Deadlines.of(config, clock.instant());
        Krw taken = PointsTaken.of(priced.total(), points, config.leastAmount());
        PaymentGateway gateway = gateways.chosen(priced.merchantCode());
        return Checkout.promise(id, buyer, priced, taken, gateway.reference(id), deadlines);
    }

    private Uni<Opened> prepare(Checkout checkout) {
        return reservePoints(checkout)
                .chain(() -> checkout.amount().isZero() ? payByPoints(checkout) : register(checkout));
    }

    private Uni<Void> reservePoints(Checkout checkout) {
        if (checkout.terms().points().isZero()) {
            return Uni.createFrom().voidItem();
        }
        PointsReservation reservation = new PointsReservation(
                checkout.buyer(),
                checkout.terms().points().won(),
                checkout.expiresAt().plus(config.grace()));
        return RetryOnce.asked(CallerContext.after(points.reserve(checkout.id().toString(), reservation)))
                .replaceWithVoid();
    }

    /** The payment window of a checkout that can still be paid, else null; null too while its account has no credentials. */
    PaymentWindow window(Checkout checkout) {
        boolean isPayable = checkout.status() == CheckoutStatus.OPEN
                && checkout.portoneVersion() != null
                && clock.instant().isBefore(checkout.expiresAt());
        return isPayable
                ? gateway(checkout)
                        .map(gateway -> gateway.window(checkout.id(), checkout.intent(), checkout.buyer()))
                        .orElse(null)
                : null;
    }

    private Optional<PaymentGateway> gateway(Checkout checkout) {
        return gateways.find(checkout.account(), checkout.portoneVersion());
    }

    private Uni<Opened> payByPoints(Checkout checkout) {
        return desk.approveByPoints(checkout.id()).map(paid -> Opened.of(paid, null));
    }

    private Uni<Opened> register(Checkout checkout) {
        PaymentGateway gateway = gateway(checkout).orElseThrow();
        return gateway.register(checkout.id(), checkout.amount())
                .onFailure(PortOneUnreachable.class)
                .transform(NeighbourUnavailable::new)
                .map(done -> Opened.of(checkout, gateway.window(checkout.id(), checkout.intent(), checkout.buyer())));
    }
}
