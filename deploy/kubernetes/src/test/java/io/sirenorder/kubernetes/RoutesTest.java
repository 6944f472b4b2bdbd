package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Gateway's routes and the Ingress component's, held against deploy/routes.properties. */
class RoutesTest {
    private static final String SOURCE_RANGE = "nginx.ingress.kubernetes.io/whitelist-source-range";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void the_gateway_has_the_routes_of_the_front_door_and_no_others(String overlay) {
        assertThat(Routes.ofGateway(Manifests.overlay(overlay))).isEqualTo(Routes.ofFrontDoor());
    }

    @Test
    void the_ingress_component_has_the_same_and_takes_the_gateway_away() {
        Manifests manifests = Manifests.of("components/ingress", "components/shop");
        assertThat(Routes.ofIngress(manifests)).isEqualTo(Routes.ofFrontDoor());
        assertThat(manifests.of(Gateway.class)).isEmpty();
        assertThat(manifests.of(HTTPRoute.class)).isEmpty();
        assertThat(manifests.of(Ingress.class)).hasSize(3).allSatisfy(ingress -> {
            assertThat(ingress.getSpec().getTls()).hasSize(1);
            assertThat(ingress.getMetadata().getAnnotations())
                    .containsEntry("nginx.ingress.kubernetes.io/ssl-redirect", "true");
            assertThat(ingress.getMetadata().getAnnotations().keySet())
                    .noneMatch(name -> name.contains("affinity"))
                    .as("308 is the default, and keeps a POST's body")
                    .noneMatch(name -> name.contains("redirect-code") || name.contains("snippet"));
        });
    }

    /** Prefixes that others may call, too, are answered to all: a range there would lock them out. */
    @Test
    void operators_alone_have_routes_that_a_range_of_addresses_can_be_set_for() {
        Set<String> wished = new TreeSet<>(Callers.prefixesOfOperatorsAlone());
        wished.add("/operator");
        assertThat(Routes.ofGateway(Manifests.overlay("production").only("siren-order-operators"))
                        .keySet())
                .isEqualTo(wished);
        Manifests ingresses =
                Manifests.of("components/ingress", "components/shop").only("siren-order-operators");
        assertThat(Routes.ofIngress(ingresses).keySet()).isEqualTo(wished);
    }

    @Test
    void the_addresses_of_operators_are_the_shops() {
        Manifests manifests = Manifests.of("components/ingress", "components/shop");
        String range = manifests.named(ConfigMap.class, "shop").getData().get("operators-from");
        assertThat(manifests.of(Ingress.class))
                .filteredOn(ingress -> ingress.getMetadata().getAnnotations().containsKey(SOURCE_RANGE))
                .singleElement()
                .satisfies(ingress -> {
                    assertThat(ingress.getMetadata().getName()).isEqualTo("siren-order-operators");
                    assertThat(ingress.getMetadata().getAnnotations()).containsEntry(SOURCE_RANGE, range);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void every_route_leads_to_a_port_of_a_service(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(Routes.rules(manifests).filter(rule -> !rule.getBackendRefs().isEmpty()))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getBackendRefs())
                        .singleElement()
                        .satisfies(backend -> assertThat(manifests
                                        .named(Service.class, backend.getName())
                                        .getSpec()
                                        .getPorts())
                                .extracting(port -> port.getPort())
                                .contains(backend.getPort())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void what_is_internal_has_no_route(String overlay) {
        assertThat(Routes.ofGateway(Manifests.overlay(overlay)).keySet())
                .noneMatch(path -> path.equals("/")
                        || path.startsWith("/internal")
                        || path.startsWith("/q/")
                        || path.equals("/q")
                        || path.startsWith("/dev"));
    }

    @Test
    void a_rule_without_a_service_only_sends_elsewhere() {
        assertThat(Routes.rules(Manifests.overlay("production"))
                        .filter(rule -> rule.getBackendRefs().isEmpty()))
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.getFilters())
                        .singleElement()
                        .satisfies(filter ->
                                assertThat(filter.getRequestRedirect()).isNotNull()));
    }

    @Test
    void production_answers_by_tls_only_and_sockets_may_last() {
        Manifests production = Manifests.overlay("production");
        List<Listener> listeners = production.of(Gateway.class).get(0).getSpec().getListeners();
        assertThat(listeners).extracting(Listener::getProtocol).containsExactly("HTTPS", "HTTP");
        assertThat(production.of(HTTPRoute.class))
                .filteredOn(route ->
                        route.getSpec().getParentRefs().get(0).getSectionName().equals("http"))
                .extracting(route -> route.getMetadata().getName())
                .containsExactly("siren-order-to-tls");
        Map<String, String> limits = new TreeMap<>();
        Routes.rules(production)
                .filter(rule -> rule.getTimeouts() != null)
                .forEach(rule -> rule.getMatches()
                        .forEach(match -> limits.put(
                                match.getPath().getValue(), rule.getTimeouts().getRequest())));
        assertThat(limits).containsEntry("/ws", "0s").containsEntry("/orders", "15s");
    }

    /** A redirect would hide from a program that its token has gone over the wire in clear. */
    @Test
    void only_pages_are_led_to_tls_and_calls_of_the_api_are_not() {
        Map<String, String> routes = Routes.ofFrontDoor();
        List<String> led = Manifests.overlay("production").of(HTTPRoute.class).stream()
                .filter(route -> route.getMetadata().getName().equals("siren-order-to-tls"))
                .flatMap(route -> route.getSpec().getRules().stream())
                .flatMap(rule -> rule.getMatches().stream())
                .map(match -> match.getPath().getValue())
                .toList();

        assertThat(led)
                .contains("/")
                .filteredOn(path -> !path.equals("/"))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(routes.get(path)).isEqualTo("web"));
    }

    @Test
    void no_route_is_larger_than_the_gateway_api_allows() {
        for (HTTPRoute route : Manifests.overlay("production").of(HTTPRoute.class)) {
            List<HTTPRouteRule> rules = route.getSpec().getRules();
            assertThat(rules).hasSizeLessThanOrEqualTo(16);
            assertThat(rules.stream().mapToInt(rule -> rule.getMatches().size()).sum())
                    .isLessThanOrEqualTo(128);
        }
    }

    @Test
    void the_shops_own_is_said_once() {
        Manifests production = Manifests.overlay("production");
        String host = production.named(ConfigMap.class, "shop").getData().get("host");
        assertThat(production.of(Gateway.class).get(0).getSpec().getListeners())
                .allSatisfy(listener -> assertThat(listener.getHostname()).isEqualTo(host));
        assertThat(production.of(HTTPRoute.class))
                .allSatisfy(route -> assertThat(route.getSpec().getHostnames()).containsExactly(host));
        assertThat(production.generated("siren-settings").getData())
                .containsEntry("SIREN_IDENTITY_ISSUERS_MERCHANTS_ISSUER", "https://" + host)
                .containsEntry("SIREN_SOCKETS_ORIGINS", "https://" + host)
                .containsEntry("SIREN_WEB_HOST", host)
                .containsEntry("SIREN_PROBLEMS_PAGES", "https://" + host + "/problems/");
        assertThat(Manifests.overlay("dev").all())
                .filteredOn(one -> !one.getMetadata().getName().equals("migration-settings"))
                .extracting(HasMetadata::toString)
                .noneMatch(one -> one.contains("order.example.com"));
    }
}
