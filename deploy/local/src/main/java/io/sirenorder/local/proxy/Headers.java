package io.sirenorder.local.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that pass the front door: those of one hop stay behind, and the door itself names the caller. */
final class Headers {
    static final String REQUEST_ID = "X-Request-Id";

    private static final List<String> ONE_HOP = List.of(
            "connection",
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    /** Names that Connection must not hold: without them the next hop reads another message (RFC 9110, 7.6.1). */
    private static final Set<String> FOR_ALL = Set.of("content-length", "host");

    private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");
    private static final char DELETE = 0x7f;

    private Headers() {}

    /** The caller's id of its request, if it is one, or a new one. */
    static String requestId(HttpServerRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && GOOD_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** Copies what goes past one hop. */
    static void pass(MultiMap from, MultiMap to) {
        Set<String> staying = ofThisHop(from);
        from.forEach(header -> {
            if (!staying.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }

    private static Set<String> ofThisHop(MultiMap headers) {
        return Stream.concat(ONE_HOP.stream(), named(headers)).collect(Collectors.toSet());
    }

    private static Stream<String> named(MultiMap headers) {
        return headers.getAll("Connection").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT));
    }

    /** Replaces a caller's own claims about its origin. */
    static void introduce(HttpServerRequest from, MultiMap to, String requestId) {
        to.remove("Forwarded");
        to.set("X-Forwarded-For", from.remoteAddress().hostAddress());
        to.set("X-Forwarded-Host", String.valueOf(from.getHeader("Host")));
        to.set("X-Forwarded-Port", Integer.toString(from.localAddress().port()));
        to.set("X-Forwarded-Proto", "http");
        to.set(REQUEST_ID, requestId);
    }

    /**
     * Whether address, host and length can be passed on as they are: no control character or space, which another parser may
     * read as the end of a line, one host that is a host, neither host nor length named as a matter of this hop alone, a name for
     * each header, and no coding of the body but chunks, which another reader might understand.
     */
    static boolean areWellFormed(HttpServerRequest request) {
        boolean plain = request.uri().chars().noneMatch(character -> character <= ' ' || character == DELETE);
        List<String> hosts = request.headers().getAll("Host");
        return plain
                && hosts.size() == 1
                && HOST.matcher(hosts.get(0)).matches()
                && named(request.headers()).noneMatch(FOR_ALL::contains)
                && request.headers().names().stream().noneMatch(String::isBlank)
                && isCodedAtMostAsChunks(request.headers().getAll("Transfer-Encoding"));
    }

    private static boolean isCodedAtMostAsChunks(List<String> codings) {
        return codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
    }

    /** Whether the caller holds its body back until it is told to go on. */
    static boolean asksToGoOn(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    static boolean asksForSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    static void passUpgrade(MultiMap from, MultiMap to) {
        to.set("Connection", "Upgrade");
        to.set("Upgrade", from.get("Upgrade"));
    }
}
