package io.sirenorder.coupon.code;

import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.CouponId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** Draws codes, finds them by a keyed hash, and keeps them sealed so that only their holder reads them again. */
@Startup
@ApplicationScoped
public class CodeVault {
    private final SecureRandom random = new SecureRandom();
    private final List<CodeKeys> keys;

    CodeVault(CodeConfig config) {
        Stream<String> former = config.formerCodeSecrets().stream().flatMap(List::stream);
        this.keys = Stream.concat(Stream.of(config.codeSecret()), former)
                .map(CodeKeys::new)
                .toList();
    }

    public CouponCode draw() {
        return CouponCode.draw(random);
    }

    /** The hash by which a new code is found. */
    public byte[] hash(CouponCode code) {
        return keys.get(0).hash(code.symbols());
    }

    /** All hashes under which a code may lie: under the secret of today, and under those of before. */
    public List<byte[]> hashes(CouponCode code) {
        return keys.stream().map(each -> each.hash(code.symbols())).toList();
    }

    public byte[] seal(CouponCode code, CouponId coupon) {
        try {
            return keys.get(0).seal(code.symbols(), coupon.toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a code could not be sealed", e);
        }
    }

    public CouponCode open(byte[] sealed, CouponId coupon) {
        return keys.stream()
                .flatMap(each -> opened(each, sealed, coupon))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no configured secret opens the code of " + coupon));
    }

    /** Empty when it was sealed under another secret: the next one is tried. */
    private static Stream<CouponCode> opened(CodeKeys each, byte[] sealed, CouponId coupon) {
        try {
            return CouponCode.read(each.open(sealed, coupon.toString())).stream();
        } catch (GeneralSecurityException e) {
            return Stream.empty();
        }
    }
}
