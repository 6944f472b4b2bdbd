package io.sirenorder.local.identity;

import io.sirenorder.local.page.Page;
import java.util.Map;
import java.util.stream.Collectors;

/** The form with which a person signs in at an issuer of the local stack: an address is believed, no password asked. */
final class SignInPage {
    private static final Page BUYER = Page.named("sign-in-buyer.html");
    private static final Page OPERATOR = Page.named("sign-in-operator.html");
    private static final Page REFUSED = Page.named("sign-in-refused.html");

    private SignInPage() {}

    static String form(String issuer, AuthorizationRequest request, String error) {
        String hidden = request.fields().entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(Page.escaped(field.getKey()), Page.escaped(field.getValue())))
                .collect(Collectors.joining("\n"));
        Page page = issuer.equals("operators") ? OPERATOR : BUYER;
        return page.filledIn(Map.of("fields", hidden, "error", Page.escaped(error)));
    }

    static String refused() {
        return REFUSED.filledIn(Map.of());
    }
}
