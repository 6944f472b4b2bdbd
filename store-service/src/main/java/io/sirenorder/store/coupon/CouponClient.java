package io.sirenorder.store.coupon;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.RetryOnce;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks coupon-service, within its client's time-outs and once more when it stumbles: a reservation is one per order. */
@ApplicationScoped
class CouponClient {
    private static final Logger LOG = Logger.getLogger(CouponClient.class);
    private static final int CONFLICT = 409;

    private final CouponApi service;

    CouponClient(@RestClient CouponApi service) {
        this.service = service;
    }

    Uni<CouponReservation> reserve(OrderId order, CouponReservation.Request request) {
        return RetryOnce.asked(CallerContext.after(service.reserve(order.toString(), request)))
                .onFailure(CouponClient::isNotUsable)
                .transform(refused -> new CouponNotUsable());
    }

    /** At once rather than when coupon-service notices by itself that there is no such order, so no answer is no harm. */
    Uni<Void> release(OrderId order) {
        return CallerContext.after(service.release(order.toString()))
                .onFailure()
                .invoke(failure -> LOG.infof("the coupon of %s stays reserved for a while: %s", order, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Used, foreign, expired, for dearer options than it covers, or for what is not sold: not for this order. */
    private static boolean isNotUsable(Throwable failure) {
        return failure instanceof NeighbourProblem problem && problem.status() == CONFLICT;
    }
}
