package io.sirenorder.local.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** The address of the page about a kind of problem, at the host by which the caller has reached this stack. */
public final class ProblemType {
    private static final String ELSEWHERE = "https://sirenorder.io";
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-f:]{2,45}](:[0-9]{1,5})?");

    private ProblemType() {}

    public static String of(HttpServerRequest request, String slug) {
        String host = request.getHeader("Host");
        String base = host != null && HOST.matcher(host).matches() ? "http://" + host : ELSEWHERE;
        return base + "/problems/" + slug;
    }
}
