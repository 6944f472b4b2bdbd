package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPoliciesTest {
    private static final String NAME = "app.kubernetes.io/name";
    private static final List<String> PROGRAMS = List.of("merchant", "store", "coupon", "payment", "gateway");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void what_is_not_allowed_is_denied(String overlay) {
        NetworkPolicy deny = Manifests.overlay(overlay).named(NetworkPolicy.class, "default-deny");
        assertThat(deny.getSpec().getPodSelector().getMatchLabels()).isEmpty();
        assertThat(deny.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void each_service_reaches_the_services_that_it_calls_and_no_other(String overlay) {
        Map<String, Set<String>> callers = new TreeMap<>();
        PROGRAMS.forEach(program -> Neighbours.of(Repository.module(program))
                .forEach(callee -> callers.computeIfAbsent(Repository.module(callee), key -> new TreeSet<>())
                        .add(Repository.module(program))));
        for (String program : PROGRAMS) {
            String module = Repository.module(program);
            NetworkPolicy policy = Manifests.overlay(overlay).named(NetworkPolicy.class, module);
            assertThat(programs(policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream())))
                    .as("who may call " + module)
                    .isEqualTo(callers.getOrDefault(module, Set.of()));
            assertThat(programs(policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream())))
                    .as("whom " + module + " may call")
                    .isEqualTo(Neighbours.of(Repository.module(program)).stream()
                            .map(Repository::module)
                            .collect(TreeSet::new, Set::add, Set::addAll));
        }
    }

    @Test
    void only_a_service_and_its_migration_reach_its_database() {
        Manifests production = Manifests.overlay("production");
        for (String service : Repository.SERVICES) {
            List<String> own = List.of(service + "-service", service + "-migration");
            NetworkPolicy there = production.named(NetworkPolicy.class, service + "-to-database");
            assertThat(named(there.getSpec().getPodSelector())).isEqualTo(own);
            assertThat(there.getSpec().getEgress().get(0).getTo())
                    .singleElement()
                    .satisfies(to -> assertThat(to.getPodSelector().getMatchLabels())
                            .containsExactly(Map.entry("cnpg.io/cluster", service + "-postgres")));
            assertThat(production
                            .named(NetworkPolicy.class, service + "-database")
                            .getSpec()
                            .getIngress()
                            .get(0)
                            .getFrom())
                    .singleElement()
                    .satisfies(from -> assertThat(named(from.getPodSelector())).isEqualTo(own));
        }
        assertThat(reaching(production, 5432))
                .containsExactlyInAnyOrderElementsOf(Repository.SERVICES.stream()
                        .flatMap(service -> Stream.of(service + "-to-database", service + "-database"))
                        .toList());
        assertThat(reaching(Manifests.overlay("dev"), 5432)).containsExactly("to-postgres");
    }

    @Test
    void the_pages_call_nothing() {
        NetworkPolicy web = Manifests.overlay("production").named(NetworkPolicy.class, "web");
        assertThat(web.getSpec().getPolicyTypes()).contains("Egress");
        assertThat(web.getSpec().getEgress()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void names_are_resolved_by_the_clusters_dns_by_the_nodes_cache_and_by_that_of_openshift(String overlay) {
        NetworkPolicy names = Manifests.overlay(overlay).named(NetworkPolicy.class, "names");
        assertThat(names.getSpec().getPodSelector().getMatchLabels()).isEmpty();
        assertThat(names.getSpec().getEgress().stream().flatMap(NetworkPoliciesTest::resolvers))
                .containsExactlyInAnyOrder(
                        "kube-system UDP 53",
                        "kube-system TCP 53",
                        "169.254.20.10/32 UDP 53",
                        "169.254.20.10/32 TCP 53",
                        "openshift-dns UDP 5353",
                        "openshift-dns TCP 5353");
    }

    private static Stream<String> resolvers(NetworkPolicyEgressRule rule) {
        return rule.getTo().stream()
                .map(peer -> peer.getIpBlock() != null
                        ? peer.getIpBlock().getCidr()
                        : peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"))
                .flatMap(peer -> rule.getPorts().stream()
                        .map(port -> peer + " " + port.getProtocol() + " "
                                + port.getPort().getIntVal()));
    }

    private static List<String> named(LabelSelector selector) {
        return selector.getMatchExpressions().stream()
                .filter(expression -> expression.getKey().equals(NAME))
                .flatMap(expression -> expression.getValues().stream())
                .toList();
    }

    /** The policies that let something out to that port. */
    private static List<String> reaching(Manifests manifests, int port) {
        return manifests.of(NetworkPolicy.class).stream()
                .filter(policy -> policy.getSpec().getEgress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .anyMatch(open ->
                                Integer.valueOf(port).equals(open.getPort().getIntVal())))
                .map(policy -> policy.getMetadata().getName())
                .toList();
    }

    private static Set<String> programs(Stream<NetworkPolicyPeer> peers) {
        Set<String> names = new TreeSet<>();
        peers.map(NetworkPolicyPeer::getPodSelector)
                .filter(selector -> selector != null)
                .map(selector -> selector.getMatchLabels().get(NAME))
                .filter(name -> name != null
                        && PROGRAMS.stream().map(Repository::module).anyMatch(name::equals))
                .forEach(names::add);
        return names;
    }
}
