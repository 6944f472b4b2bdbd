package io.sirenorder.kit.identity;

/** What a caller can be; which of them follows from the issuer that signed their token. */
public final class Roles {
    public static final String MERCHANT = "merchant";
    public static final String BUYER = "buyer";
    public static final String OPERATOR = "operator";
    public static final String SERVICE = "service";

    private Roles() {}
}
