package io.sirenorder.payment.portone;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.digest.Digests;

/** The name of a buyer at PortOne. */
public final class PortOneCustomer {
    /** Twenty hexadecimal digits: the longest id that every payment gateway takes. */
    private static final int BYTES = 10;

    private PortOneCustomer() {}

    /** A digest of the buyer's id, the same in every account; it leads PortOne to no other data of ours. */
    public static String id(Recipient buyer) {
        return Digests.sha256Hex("portone-customer:" + buyer.value(), BYTES);
    }
}
