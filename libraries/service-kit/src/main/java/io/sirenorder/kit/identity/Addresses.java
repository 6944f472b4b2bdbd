package io.sirenorder.kit.identity;

import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.digest.Digests;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.inject.Singleton;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names e-mail addresses by a keyed hash, which hides the address and is the same for the same mailbox. */
@Singleton
@Startup
public class Addresses {
    private static final int LONGEST = 254;
    /** RFC 5322, 3.2.3 and RFC 6531, 3.3, without quotes: a pasted {@code mailto:} is no part of an address. */
    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~.\\-\\x{80}-\\x{10FFFF}&&[^\\s\\p{Cntrl}]]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

    private final byte[] key;

    Addresses(AddressesConfig config) {
        Secrets.requireStrong("siren.addresses.secret", config.secret());
        key = config.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** The name of that address; fails with {@link InvalidRequest} if it is none. */
    public Recipient of(String email) {
        return find(email).orElseThrow(() -> new InvalidRequest("email", "is not an e-mail address"));
    }

    /** The name of that address, if it is one. */
    public Optional<Recipient> find(String email) {
        return normal(email).map(this::hash).map(Recipient::address);
    }

    /** Case and the writing of the domain make no difference, though to RFC 5321 the case of the local part does. */
    private static Optional<String> normal(String email) {
        if (email == null || email.length() > LONGEST) {
            return Optional.empty();
        }
        String text = email.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || !isPlain(text.substring(0, at))) {
            return Optional.empty();
        }
        String mailbox = Normalizer.normalize(text.substring(0, at + 1), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        return ascii(text.substring(at + 1))
                .map(domain -> mailbox + domain)
                .filter(address -> FORM.matcher(address).matches());
    }

    /** Two spellings that look alike (Kelvin sign, full width) may be two mailboxes, so neither stands for the other. */
    private static boolean isPlain(String localPart) {
        String plain = Normalizer.normalize(localPart, Normalizer.Form.NFKC);
        return localPart.equals(plain) || localPart.equals(Normalizer.normalize(plain, Normalizer.Form.NFD));
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private String hash(String address) {
        return HexFormat.of().formatHex(Digests.hmacSha256(key, address.getBytes(StandardCharsets.UTF_8)));
    }
}
