package io.sirenorder.store.coupon;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.kit.client.Here;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.Repeatable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks coupon-service, within its client's time-outs and once more when it stumbles: a reservation is one per order. */
@ApplicationScoped
class CouponDoor {
    private static final Logger LOG = Logger.getLogger(CouponDoor.class);
    private static final int CONFLICT = 409;

    private final CouponService service;

    CouponDoor(@RestClient CouponService service) {
        this.service = service;
    }

    Uni<CouponReservation> reserve(OrderId order, CouponReservation.Request request) {
        return Repeatable.asked(Here.after(service.reserve(order.toString(), request)))
                .onFailure(CouponDoor::isNotUsable)
                .transform(refused -> new CouponNotUsable());
    }

    /** At once rather than when coupon-service notices by itself that there is no such order, so no answer is no harm. */
    Uni<Void> release(OrderId order) {
        return Here.after(service.release(order.toString()))
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
