package io.sirenorder.coupon.code;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The secrets that codes are found and sealed with. */
@ConfigMapping(prefix = "siren.coupons")
interface CodeConfig {
    /** At least 32 characters; finds and seals the codes. No default. */
    String codeSecret();

    /** Secrets of before the last rotations: codes made under them go on working. */
    Optional<List<String>> formerCodeSecrets();
}
