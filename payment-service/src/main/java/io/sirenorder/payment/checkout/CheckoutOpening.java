package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.PointsReservation;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.sirenorder.payment.checkout.CheckoutView.Promise;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PortOneUnreachable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Where a buyer's wish becomes a promise: priced, kept, points set aside, PortOne told; no transaction while others are asked. */
@ApplicationScoped
class CheckoutOpening {
    private final Pricing pricing;
    private final CheckoutDesk desk;
    private final PointsApi points;
    private final PaymentGateways gateways;
    private final CheckoutConfig config;
    private final Clock clock;

    CheckoutOpening(
            Pricing pricing,
            CheckoutDesk desk,
            @RestClient PointsApi points,
            PaymentGateways gateways,
            CheckoutConfig config,
            Clock clock) {
        this.pricing = pricing;
        this.desk = desk;
        this.points = points;
        this.gateways = gateways;
        this.config = config;
        this.clock = clock;
    }

    Uni<Promise> promise(CheckoutRequest wanted, Recipient buyer, String nickname) {
        return pricing.price(wanted, nickname.isBlank() ? null : nickname)
                .map(priced -> checkout(priced, buyer, wanted.wantedPoints()))
                .chain(desk::open)
                .chain(checkout -> prepare(checkout)
                        .onFailure()
                        .call(failure -> desk.abandon(checkout.id(), "checkout-not-prepared")))
                .onFailure(NeighbourProblem.class)
                .transform(Refusals::of);
    }

    private Checkout checkout(Priced priced, Recipient buyer, long points) {
        Deadlines deadlines = Deadlines.of(config, clock.instant());
        Krw taken = PointsTaken.of(priced.total(), points, config.leastAmount());
        return Checkout.promise(buyer, priced, taken, gateways.chosen().version(), deadlines);
    }

    private Uni<Promise> prepare(Checkout checkout) {
        return reservePoints(checkout)
                .chain(() -> checkout.amount().isZero() ? payByPoints(checkout) : register(checkout));
    }

    private Uni<Void> reservePoints(Checkout checkout) {
        if (checkout.points().isZero()) {
            return Uni.createFrom().voidItem();
        }
        PointsReservation reservation = new PointsReservation(
                checkout.buyer(), checkout.points().won(), checkout.expiresAt().plus(config.grace()));
        return RetryOnce.asked(CallerContext.after(points.reserve(checkout.id().toString(), reservation)))
                .replaceWithVoid();
    }

    private Uni<Promise> payByPoints(Checkout checkout) {
        return desk.approveByPoints(checkout.id()).map(paid -> Promise.of(paid, null));
    }

    private Uni<Promise> register(Checkout checkout) {
        return gateways.chosen()
                .register(checkout.id(), checkout.amount())
                .onFailure(PortOneUnreachable.class)
                .transform(NeighbourUnavailable::new)
                .map(done -> Promise.of(checkout, gateways.chosen().window(checkout.id(), checkout.intent())));
    }
}
