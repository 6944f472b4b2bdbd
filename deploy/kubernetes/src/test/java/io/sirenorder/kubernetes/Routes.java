package io.sirenorder.kubernetes;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tables of path prefix and service, by whom they stand in. */
final class Routes {
    private static final String LOCAL_ONLY = "launcher";

    private Routes() {}

    /** The table of deploy/routes.properties without the routes of the local stack alone. */
    static Map<String, String> ofFrontDoor() {
        Properties table = new Properties();
        try {
            table.load(new StringReader(Repository.text(Repository.ROOT.resolve("deploy/routes.properties"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> routes = new TreeMap<>();
        table.stringPropertyNames().stream()
                .filter(path -> !table.getProperty(path).equals(LOCAL_ONLY))
                .forEach(path -> routes.put(path, Repository.module(table.getProperty(path))));
        return routes;
    }

    static Map<String, String> ofGateway(Manifests manifests) {
        Map<String, String> routes = new TreeMap<>();
        rules(manifests)
                .filter(rule -> !rule.getBackendRefs().isEmpty())
                .forEach(rule -> rule.getMatches()
                        .forEach(match -> routes.put(
                                prefix(
                                        match.getPath().getType(),
                                        match.getPath().getValue()),
                                rule.getBackendRefs().get(0).getName())));
        return routes;
    }

    static Map<String, String> ofIngress(Manifests manifests) {
        Map<String, String> routes = new TreeMap<>();
        manifests.of(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .forEach(path -> routes.put(
                        prefix(path.getPathType(), path.getPath()),
                        path.getBackend().getService().getName()));
        return routes;
    }

    static Stream<HTTPRouteRule> rules(Manifests manifests) {
        return manifests.of(HTTPRoute.class).stream().flatMap(route -> route.getSpec().getRules().stream());
    }

    private static String prefix(String type, String path) {
        if (!type.endsWith("Prefix")) {
            throw new AssertionError(path + " is matched by " + type);
        }
        return path;
    }
}
