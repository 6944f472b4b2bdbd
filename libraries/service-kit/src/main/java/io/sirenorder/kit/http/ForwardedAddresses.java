package io.sirenorder.kit.http;

import io.vertx.core.http.HttpServerRequest;

/** Rules for the addresses that a request was forwarded for, before Quarkus' proxy support reads them. */
final class ForwardedAddresses {
    private static final String HEADER = "X-Forwarded-For";

    private ForwardedAddresses() {}

    /** Leaves out a list without a first address: the text before its first comma would be taken for one, and fail. */
    static void forgetNone(HttpServerRequest request) {
        String addresses = request.getHeader(HEADER);
        if (addresses != null && addresses.split(",", 2)[0].isBlank()) {
            request.headers().remove(HEADER);
        }
    }
}
