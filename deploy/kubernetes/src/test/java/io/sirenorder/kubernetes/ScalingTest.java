package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims on the number of pods, and on the memory and processors that each is given. */
class ScalingTest {
    private static final long MIB = 1024 * 1024;
    /** Of docs/sizing.md: what a socket keeps at most, and what of a service's resident memory is heap. */
    private static final long SOCKET = 68 * 1024;

    private static final int HEAP_MEASURED = 50;

    @Test
    void production_always_has_a_spare() {
        Manifests production = Manifests.overlay("production");
        for (String service : Repository.SERVICES) {
            HorizontalPodAutoscaler scaler = production.named(HorizontalPodAutoscaler.class, service + "-service");
            assertThat(scaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
            assertThat(scaler.getSpec().getScaleTargetRef().getName()).isEqualTo(service + "-service");
            assertThat(production
                            .named(Deployment.class, service + "-service")
                            .getSpec()
                            .getReplicas())
                    .isNull();
        }
        assertThat(production.named(Deployment.class, "web").getSpec().getReplicas())
                .isEqualTo(2);
        assertThat(gatewayScaler(production).<Integer>get("spec", "minReplicaCount"))
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void shrinking_takes_one_pod_in_five_minutes(String overlay) {
        assertThat(Manifests.overlay(overlay).of(HorizontalPodAutoscaler.class))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(scaler -> assertThat(
                                scaler.getSpec().getBehavior().getScaleDown().getPolicies())
                        .singleElement()
                        .satisfies(policy -> {
                            assertThat(policy.getType()).isEqualTo("Pods");
                            assertThat(policy.getValue()).isEqualTo(1);
                            assertThat(policy.getPeriodSeconds()).isGreaterThanOrEqualTo(300);
                        }));
    }

    @Test
    void the_gateway_has_one_scaler_and_each_pod_room_for_the_sockets_it_admits() {
        Manifests production = Manifests.overlay("production");
        assertThat(production.of(HorizontalPodAutoscaler.class))
                .noneMatch(scaler -> scaler.getMetadata().getName().equals("notification-gateway"));
        long threshold = Long.parseLong(gatewayScaler(production)
                .<List<Map<String, Map<String, String>>>>get("spec", "triggers")
                .get(0)
                .get("metadata")
                .get("threshold"));
        long admitted = Long.parseLong(Manifests.environment(production
                        .named(Deployment.class, "notification-gateway")
                        .getSpec()
                        .getTemplate()
                        .getSpec())
                .stream()
                .filter(variable -> variable.getName().equals("SIREN_SOCKETS_MAX_SESSIONS"))
                .findAny()
                .orElseThrow()
                .getValue());
        assertThat(threshold * 2).isLessThanOrEqualTo(admitted);
        long idle = first(sizing(), "\\| notification-gateway \\| [0-9.]+ \\| \\d+, (\\d+) \\|") * MIB;
        assertThat(limit(production, "notification-gateway")).isGreaterThan(idle + admitted * SOCKET);
    }

    /** Heap at its limit and all else as measured: the kernel must not kill a pod that Java would end with a word. */
    @ParameterizedTest
    @ValueSource(strings = {"merchant-service", "store-service", "coupon-service", "payment-service"})
    void a_full_heap_fits_into_the_limit_with_what_is_beside_it(String program) {
        long limit = limit(Manifests.overlay("production"), program);
        long heap = limit
                * first(
                        Repository.text(Repository.KUBERNETES.resolve("images/Dockerfile")),
                        "-XX:MaxRAMPercentage=(\\d+)")
                / 100;
        long beside = (first(sizing(), "\\| " + program + " \\| [0-9.]+ \\| \\d+, (\\d+) \\|") - HEAP_MEASURED) * MIB;
        assertThat(heap + beside).isLessThan(limit);
        assertThat(heap).isGreaterThan(256 * MIB);
    }

    private static GenericKubernetesResource gatewayScaler(Manifests manifests) {
        return manifests.custom().stream()
                .filter(one -> one.getKind().equals("ScaledObject"))
                .findAny()
                .orElseThrow();
    }

    private static long limit(Manifests manifests, String program) {
        return Quantity.getAmountInBytes(manifests
                        .named(Deployment.class, program)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getResources()
                        .getLimits()
                        .get("memory"))
                .longValue();
    }

    private static String sizing() {
        return Repository.text(Repository.ROOT.resolve("docs/sizing.md"));
    }

    private static long first(String text, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(pattern).isTrue();
        return Long.parseLong(match.group(1));
    }
}
