package io.sirenorder.kit.identity;

import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.inject.Singleton;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Gives e-mail addresses names that tell nobody the address, and are the same for the same mailbox. */
@Singleton
@Startup
public class Addresses {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

    private final SecretKeySpec key;

    Addresses(AddressesConfig config) {
        Secrets.requireStrong("siren.addresses.secret", config.secret());
        key = new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The name of that address; what is none is an {@link InvalidRequest}. */
    public Recipient of(String email) {
        return find(email).orElseThrow(() -> new InvalidRequest("email", "is not an e-mail address"));
    }

    /** The name of that address, if it is one. */
    public Optional<Recipient> find(String email) {
        return normal(email).map(this::hash).map(Recipient::address);
    }

    /** Case, width and the writing of the domain make no difference, though RFC 5321 lets the local part's case. */
    private static Optional<String> normal(String email) {
        if (email == null || email.length() > LONGEST) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        return at < 1
                ? Optional.empty()
                : ascii(text.substring(at + 1))
                        .map(domain -> text.substring(0, at + 1) + domain)
                        .filter(address -> FORM.matcher(address).matches());
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
