package io.sirenorder.kit.identity;

/** Roles of callers, which follow from the issuer that signed their token. */
public final class Roles {
    public static final String MERCHANT = "merchant";
    public static final String BUYER = "buyer";
    public static final String OPERATOR = "operator";
    public static final String SERVICE = "service";

    /** One service, by the subject of its token: for endpoints that are for this caller alone. */
    public static final String MERCHANT_SERVICE = "service:merchant";

    public static final String STORE_SERVICE = "service:store";
    public static final String COUPON_SERVICE = "service:coupon";
    public static final String PAYMENT_SERVICE = "service:payment";
    public static final String GATEWAY_SERVICE = "service:gateway";

    private Roles() {}
}
