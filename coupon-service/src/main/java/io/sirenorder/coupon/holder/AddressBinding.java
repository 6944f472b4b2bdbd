package io.sirenorder.coupon.holder;

import io.sirenorder.contracts.Recipient;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An address and the buyer who was the first to prove it. */
@Entity
@Table(name = "address_bindings")
class AddressBinding {
    @Id
    String address;

    String buyer;
    Instant boundAt;

    protected AddressBinding() {}

    Recipient address() {
        return new Recipient(address);
    }

    boolean isOf(Recipient who) {
        return buyer.equals(who.value());
    }
}
