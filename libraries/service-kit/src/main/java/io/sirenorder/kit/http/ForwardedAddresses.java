package io.sirenorder.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that a request was forwarded for, before Quarkus' proxy support takes the first of them: what a caller writes there
 * stands before what our own proxies add, so that only the last ones say anything.
 */
final class ForwardedAddresses {
    static final String HEADER = "X-Forwarded-For";

    private ForwardedAddresses() {}

    /** Leaves the address that the outermost of our proxies saw, or none if there is none. */
    static void keepTrusted(HttpServerRequest request, int proxies) {
        MultiMap headers = request.headers();
        List<String> lists = headers.getAll(HEADER);
        if (!lists.isEmpty()) {
            String seen = outermost(lists, proxies);
            if (seen.isEmpty()) {
                headers.remove(HEADER);
            } else {
                headers.set(HEADER, seen);
            }
        }
    }

    /** The address that so many proxies from the end tell, or the first where there are fewer; empty where that is none. */
    static String outermost(List<String> lists, int proxies) {
        List<String> addresses = lists.stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .toList();
        return addresses.get(Math.max(0, addresses.size() - proxies));
    }
}
