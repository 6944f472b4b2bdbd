package io.sirenorder.kit.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The paths of the resources of this program, and the methods that they take, for {@code Allow} and for {@code OPTIONS}. */
@Singleton
class AllowedMethods {
    private static final int EARLY_ROUTE = Integer.MIN_VALUE + 3;
    private static final int NO_CONTENT = 204;
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})*))?}");

    private final List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        endpoints = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .filter(type -> !type.isInterface() && type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::endpoints)
                .toList();
    }

    void install(@Observes Router router) {
        router.options().order(EARLY_ROUTE).handler(this::answer);
    }

    /** In alphabetical order; none for a path that is unknown. */
    Set<String> of(String path) {
        Set<String> methods = new TreeSet<>();
        endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .forEach(endpoint -> methods.add(endpoint.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    /** The path as its resource declares it, with names in the place of values; that of the fewest names if several have it. */
    Optional<String> template(String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .map(Endpoint::template)
                .min(Comparator.comparing(AllowedMethods::names).thenComparing(Comparator.naturalOrder()));
    }

    private static long names(String template) {
        return template.chars().filter(symbol -> symbol == '{').count();
    }

    private void answer(RoutingContext request) {
        Set<String> methods = of(request.request().path());
        if (methods.isEmpty()) {
            request.next();
        } else {
            request.response()
                    .setStatusCode(NO_CONTENT)
                    .putHeader(HttpHeaders.ALLOW, String.join(", ", methods))
                    .end();
        }
    }

    private static Stream<Endpoint> endpoints(Class<?> resource) {
        return Stream.of(resource.getMethods())
                .flatMap(method -> Stream.of(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(named -> named != null)
                        .map(named -> {
                            String template = template(resource, method);
                            return new Endpoint(template, pattern(template), named.value());
                        }));
    }

    private static String template(Class<?> resource, Method method) {
        String own = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        return ("/" + resource.getAnnotation(Path.class).value() + "/" + own)
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private static Pattern pattern(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(template);
        int end = 0;
        while (parameters.find()) {
            regex.append(Pattern.quote(template.substring(end, parameters.start())));
            regex.append('(')
                    .append(parameters.group(1) == null ? "[^/]+" : parameters.group(1))
                    .append(')');
            end = parameters.end();
        }
        String rest = template.substring(end);
        return Pattern.compile(regex.append(Pattern.quote(rest)).append("/?").toString());
    }

    /** One method on the paths of one template. */
    private record Endpoint(String template, Pattern path, String method) {}
}
