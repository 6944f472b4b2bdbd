package io.sirenorder.payment.checkout;

import java.util.regex.Pattern;

/** What may be an e-mail address; whether it is one, only a message could tell. */
public final class EmailForm {
    private static final int MAX = 254;
    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    private EmailForm() {}

    public static boolean fits(String text) {
        return text.length() <= MAX && FORM.matcher(text).matches();
    }
}
