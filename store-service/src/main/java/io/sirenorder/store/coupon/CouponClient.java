package io.sirenorder.store.coupon;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.NeighbourProblems;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Client of coupon-service; a reservation is one per order, so it is asked for once more after an outage. */
@ApplicationScoped
class CouponClient {
    private static final Logger LOG = Logger.getLogger(CouponClient.class);
    private static final int CONFLICT = 409;

    private final CouponApi service;

    CouponClient(@RestClient CouponApi service) {
        this.service = service;
    }

    /** Releases again what may have been reserved without an answer, so that the buyer can use the coupon at once. */
    Uni<CouponReservation> reserve(OrderId order, CouponReservation.Request request) {
        return RetryOnce.asked(CallerContext.after(service.reserve(order.toString(), request)))
                .onFailure(NeighbourProblems::isUnavailable)
                .call(() -> release(order))
                .onFailure(CouponClient::isRefused)
                .transform(refused -> reason((NeighbourProblem) refused));
    }

    /** Releases at once; without an answer coupon-service notices by itself that there is no such order. */
    Uni<Void> release(OrderId order) {
        return CallerContext.after(service.release(order.toString()))
                .onFailure()
                .invoke(failure -> LOG.infof("the coupon of %s stays reserved for a while: %s", order, failure))
                .onFailure()
                .recoverWithNull();
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof NeighbourProblem problem && problem.status() == CONFLICT;
    }

    /** A coupon that is used, foreign or expired is not usable; where it is fine, the client is told the actual fault instead. */
    private static Problem reason(NeighbourProblem refused) {
        return switch (refused.code()) {
            case "options-not-covered" -> new OptionsNotCovered();
            case "not-sold" -> new NotSold();
            default -> new CouponNotUsable();
        };
    }
}
