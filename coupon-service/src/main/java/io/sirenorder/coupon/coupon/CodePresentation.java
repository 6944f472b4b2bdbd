package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.code.CouponCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks up codes that buyers present, within the limit on wrong ones. */
@ApplicationScoped
public class CodePresentation {
    private final CouponDesk desk;
    private final WrongCodes wrongCodes;

    CodePresentation(CouponDesk desk, WrongCodes wrongCodes) {
        this.desk = desk;
        this.wrongCodes = wrongCodes;
    }

    /** Registers the coupon of a code for the first of the holders; one that any of them holds stays theirs. */
    Uni<Coupon> register(String typed, List<Recipient> holders) {
        Recipient buyer = holders.get(0);
        Optional<CouponCode> code = CouponCode.read(typed);
        return wrongCodes
                .take(buyer)
                .chain(() -> code.map(known -> desk.register(known, holders))
                        .orElseGet(CodePresentation::notUsable)
                        .call(() -> wrongCodes.giveBack(buyer))
                        .onFailure(CouponNotUsable.class)
                        .invoke(wrongCodes::count)
                        .onFailure(failure -> !(failure instanceof CouponNotUsable))
                        .call(() -> wrongCodes.giveBack(buyer)));
    }

    /** The coupon of a code that one of the holders has, in any state; any other code counts as wrong. */
    public Uni<Coupon> present(String typed, List<Recipient> holders) {
        return CouponCode.read(typed)
                .map(code -> desk.heldBy(holders, code))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .switchTo(() -> wrong(holders.get(0)));
    }

    private Uni<Coupon> wrong(Recipient guesser) {
        return wrongCodes.take(guesser).invoke(wrongCodes::count).chain(CodePresentation::notUsable);
    }

    private static Uni<Coupon> notUsable() {
        return Uni.createFrom().failure(new CouponNotUsable());
    }
}
