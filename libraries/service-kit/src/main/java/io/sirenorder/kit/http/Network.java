package io.sirenorder.kit.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The network that a request comes from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 address,
 * since one subscriber holds all addresses below them.
 */
public record Network(String name) {
    private static final int GROUPS = 8;
    private static final int GROUPS_OF_NETWORK = 4;

    public static Network of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress());
    }

    /** The network of an address in text form. */
    public static Network of(String address) {
        String bare = address.replaceAll("%.*", "");
        return new Network(bare.contains(":") && !bare.contains(".") ? prefix(bare) : bare);
    }

    private static String prefix(String address) {
        String[] halves = address.split("::", -1);
        String[] head = groups(halves[0]);
        String[] tail = halves.length == 1 ? new String[0] : groups(halves[1]);
        String[] all = new String[GROUPS];
        Arrays.fill(all, "0");
        System.arraycopy(head, 0, all, 0, Math.min(head.length, GROUPS));
        System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
        return Arrays.stream(all, 0, GROUPS_OF_NETWORK)
                        .map(group -> Integer.toHexString(Integer.parseInt(group, 16)))
                        .collect(Collectors.joining(":"))
                + "::/64";
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":");
    }

    /** The network without what could single out one household: /24 of IPv4, /48 of IPv6. */
    public String shortened() {
        return name.contains(":") ? name.replaceAll(":[0-9a-f]+::/64$", "::/48") : name.replaceAll("\\.\\d+$", ".0/24");
    }

    @Override
    public String toString() {
        return name;
    }
}
