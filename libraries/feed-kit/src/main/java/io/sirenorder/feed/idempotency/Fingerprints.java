package io.sirenorder.feed.idempotency;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests of requests, by which two requests are told apart without storing their content. */
@Singleton
class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Map<Method, Boolean> bodies = new ConcurrentHashMap<>();

    Fingerprints(IdempotencyConfig config) {
        key = new SecretKeySpec(("idempotency " + config.secret()).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Of method, address and body, which can be read again afterwards. Where the resource method takes no body, none counts
     * and none is read: the framework has not buffered it, and waiting for it would block the event loop.
     */
    String of(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        String line = request.getMethod() + " " + request.getUriInfo().getRequestUri() + "\n";
        Mac mac = mac();
        mac.update(line.getBytes(StandardCharsets.UTF_8));
        if (bodies.computeIfAbsent(resource.getResourceMethod(), Fingerprints::takesBody)) {
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            mac.update(body);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    /** The body is the parameter that no annotation of JAX-RS or of the framework takes from elsewhere. */
    private static boolean takesBody(Method method) {
        return Stream.of(method.getParameterAnnotations())
                .anyMatch(annotations -> Stream.of(annotations).noneMatch(Fingerprints::takesFromElsewhere));
    }

    private static boolean takesFromElsewhere(Annotation annotation) {
        String name = annotation.annotationType().getName();
        return name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive.");
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
