package io.sirenorder.payment.settlement;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.payment.checkout.CheckoutRequest;
import io.sirenorder.payment.checkout.Priced;
import io.sirenorder.payment.checkout.Pricing;
import io.sirenorder.payment.legacy.LegacyCustomData;
import io.sirenorder.payment.legacy.LegacyCustomData.Unreadable;
import io.sirenorder.payment.legacy.LegacyCustomData.Wish;
import io.sirenorder.payment.legacy.LegacyMenu;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads the order or gift of a payment without a checkout from its custom data, at the menu's price. */
@ApplicationScoped
class WalkIns {
    private final SettlementConfig config;
    private final Addresses addresses;
    private final Pricing pricing;
    private final LegacyMenu menu;

    WalkIns(SettlementConfig config, Addresses addresses, Pricing pricing, LegacyMenu menu) {
        this.config = config;
        this.addresses = addresses;
        this.pricing = pricing;
        this.menu = menu;
    }

    /** A walk-in to be refunded for the given reason; its wishes are not read. */
    WalkIn refuse(PortOnePayment seen, String why) {
        return WalkIn.refused(buyer(seen.buyerEmail()), why);
    }

    /** Fails only when the prices can't be asked for now; any fault of the payment itself is an objection. */
    Uni<WalkIn> meet(PortOnePayment seen) {
        Recipient buyer = buyer(seen.buyerEmail());
        return Uni.createFrom()
                .deferred(() -> wish(seen, buyer))
                .onFailure(Unreadable.class)
                .recoverWithItem(unreadable -> WalkIn.refused(buyer, "custom-data-unreadable"))
                .onFailure(InvalidRequest.class)
                .recoverWithItem(invalid -> WalkIn.refused(buyer, "custom-data-unreadable"))
                .onFailure(NeighbourProblem.class)
                .recoverWithItem(problem -> WalkIn.refused(buyer, problem.code()));
    }

    private Uni<WalkIn> wish(PortOnePayment seen, Recipient buyer) {
        Optional<String> objection = objection(seen, buyer);
        if (objection.isPresent()) {
            return Uni.createFrom().item(WalkIn.refused(buyer, objection.get()));
        }
        Wish wish = LegacyCustomData.read(seen.attachment());
        if (wish.points() != 0) {
            return Uni.createFrom().item(WalkIn.refused(buyer, "points-need-checkout"));
        }
        return CallerContext.after(menu.resolve(wish))
                .chain((CheckoutRequest request) -> pricing.price(request, wish.from()))
                .map(priced -> isRightAccount(seen, priced)
                        ? WalkIn.welcome(buyer, priced)
                        : WalkIn.refused(buyer, PaymentChecks.ACCOUNT_MISMATCH));
    }

    /** Without a checkout both the platform's account and the store's own are right; a gift is the platform's. */
    private static boolean isRightAccount(PortOnePayment seen, Priced priced) {
        return seen.account().equals(PortOneAccount.PLATFORM) || seen.account().equals(priced.merchantCode());
    }

    private Optional<String> objection(PortOnePayment seen, Recipient buyer) {
        if (!config.withoutCheckout()) {
            return Optional.of("checkout-unknown");
        }
        if (LegacyCustomData.namesCheckout(seen.attachment())) {
            return Optional.of("checkout-not-payable");
        }
        return buyer == null ? Optional.of("buyer-unknown") : Optional.empty();
    }

    private Recipient buyer(String email) {
        return addresses.find(email).orElse(null);
    }
}
