package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final String LOCAL_ONLY = "launcher";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void the_ingress_has_the_routes_of_the_front_door_and_no_others(String overlay) {
        Map<String, String> ingress = paths(Manifests.overlay(overlay)).stream()
                .collect(Collectors.toMap(
                        HTTPIngressPath::getPath,
                        path -> path.getBackend().getService().getName()));
        assertThat(new TreeMap<>(ingress)).isEqualTo(frontDoor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void every_route_leads_to_a_port_of_a_service(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(paths(manifests)).isNotEmpty().allSatisfy(path -> {
            assertThat(path.getPathType()).isEqualTo("Prefix");
            assertThat(manifests
                            .named(Service.class, path.getBackend().getService().getName())
                            .getSpec()
                            .getPorts())
                    .extracting(port -> port.getName())
                    .contains(path.getBackend().getService().getPort().getName());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void what_is_internal_has_no_route(String overlay) {
        assertThat(paths(Manifests.overlay(overlay)))
                .extracting(HTTPIngressPath::getPath)
                .noneMatch(path -> path.equals("/")
                        || path.startsWith("/internal")
                        || path.startsWith("/q")
                        || path.startsWith("/dev"));
    }

    @Test
    void production_is_reached_by_tls_only_and_sockets_may_be_silent_for_long() {
        List<Ingress> all = Manifests.overlay("production").of(Ingress.class);
        assertThat(all).allSatisfy(ingress -> {
            assertThat(ingress.getSpec().getTls()).hasSize(1);
            assertThat(ingress.getMetadata().getAnnotations())
                    .containsEntry("nginx.ingress.kubernetes.io/ssl-redirect", "true");
            assertThat(ingress.getMetadata().getAnnotations().keySet()).noneMatch(name -> name.contains("affinity"));
        });
        assertThat(all)
                .filteredOn(ingress -> ingress.getMetadata().getName().endsWith("sockets"))
                .singleElement()
                .satisfies(ingress -> assertThat(ingress.getMetadata().getAnnotations())
                        .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "3600"));
    }

    private static List<HTTPIngressPath> paths(Manifests manifests) {
        return manifests.of(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .toList();
    }

    private static Map<String, String> frontDoor() {
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
}
