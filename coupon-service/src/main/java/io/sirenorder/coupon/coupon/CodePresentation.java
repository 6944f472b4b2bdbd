package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.code.CouponCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Where people show codes: tries what they typed, and remembers who keeps typing wrong ones. */
@ApplicationScoped
public class CodePresentation {
    private final CouponDesk desk;
    private final WrongCodes wrongCodes;

    CodePresentation(CouponDesk desk, WrongCodes wrongCodes) {
        this.desk = desk;
        this.wrongCodes = wrongCodes;
    }

    /** For the first of them; what any of them holds already is theirs as it was. */
    Uni<Coupon> register(String typed, List<Recipient> holders) {
        Recipient buyer = holders.get(0);
        Optional<CouponCode> code = CouponCode.read(typed);
        return wrongCodes
                .admit(buyer)
                .chain(() -> code.map(known -> desk.register(known, holders)).orElseGet(CodePresentation::notUsable))
                .onFailure(CouponNotUsable.class)
                .call(() -> wrongCodes.count(buyer));
    }

    /** The coupon of that code in one of these boxes. One's own coupon is never a guess, whatever its state. */
    public Uni<Coupon> present(String typed, List<Recipient> holders) {
        return CouponCode.read(typed)
                .map(code -> desk.heldBy(holders, code))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .switchTo(() -> wrong(holders.get(0)));
    }

    private Uni<Coupon> wrong(Recipient guesser) {
        return wrongCodes.admit(guesser).chain(() -> wrongCodes.count(guesser)).chain(CodePresentation::notUsable);
    }

    private static Uni<Coupon> notUsable() {
        return Uni.createFrom().failure(new CouponNotUsable());
    }
}
