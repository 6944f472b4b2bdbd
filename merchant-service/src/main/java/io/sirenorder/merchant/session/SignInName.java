package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import java.util.Locale;

/** The name that a merchant signs in with: their id or their handle, one of which is null. */
record SignInName(MerchantId id, String handle) {
    static SignInName of(MerchantId id) {
        return new SignInName(id, null);
    }

    /** A handle as people type it on phones: case does not matter. */
    static SignInName of(String handle) {
        return new SignInName(null, handle.toLowerCase(Locale.ROOT));
    }

    String text() {
        return handle == null ? id.toString() : handle;
    }
}
