package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final Set<String> KINDS_OF_OTHERS =
            Set.of("Cluster", "ObjectStore", "ScaledObject", "ScheduledBackup");
    private static final Set<String> HEALTH = Set.of("/q/health/started", "/q/health/live", "/q/health/ready");
    private static final List<String> PROGRAMS =
            List.of("merchant-service", "store-service", "coupon-service", "payment-service", "notification-gateway");
    private static final List<String> WITH_PAGES =
            Stream.concat(PROGRAMS.stream(), Stream.of("web")).toList();

    @Test
    void the_base_holds_no_unknown_field_even_where_there_is_no_kubectl() {
        Manifests base = Manifests.base();
        assertThat(base.all()).hasSizeGreaterThan(30);
        assertThat(base.custom()).isEmpty();
        assertThat(base.all())
                .allSatisfy(one -> assertThat(UnknownFields.in(one)).isEmpty());
    }

    @Test
    void an_unknown_field_would_be_found() {
        String typo =
                "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, imagee: b}\n";
        assertThat(UnknownFields.in(Manifests.parse(typo).get(0))).containsExactly("Pod.spec.containers[].imagee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void an_overlay_holds_no_unknown_field_and_no_unknown_kind(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(manifests.custom())
                .extracting(GenericKubernetesResource::getKind)
                .isSubsetOf(KINDS_OF_OTHERS);
        assertThat(manifests.all())
                .filteredOn(one -> !(one instanceof GenericKubernetesResource))
                .allSatisfy(one -> assertThat(UnknownFields.in(one)).isEmpty());
        assertThat(manifests.all())
                .extracting(one -> one.getKind() + " " + one.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void every_service_leads_to_a_port_of_a_pod(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(manifests.of(Service.class)).hasSizeGreaterThanOrEqualTo(PROGRAMS.size());
        for (Service service : manifests.of(Service.class)) {
            PodTemplateSpec pod = selected(manifests, service.getSpec().getSelector());
            assertThat(service.getSpec().getPorts())
                    .extracting(ServicePort::getTargetPort)
                    .allSatisfy(port -> assertThat(portNames(pod)).contains(port.getStrVal()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void a_program_is_replaced_without_a_gap(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        for (String program : WITH_PAGES) {
            Deployment deployment = manifests.named(Deployment.class, program);
            Map<String, String> labels =
                    deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(labels)
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
            assertThat(deployment
                            .getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxUnavailable()
                            .getIntVal())
                    .isZero();
            PodDisruptionBudget budget = manifests.named(PodDisruptionBudget.class, program);
            assertThat(labels)
                    .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void probes_ask_what_the_services_answer(String overlay) {
        for (String program : WITH_PAGES) {
            Container app = app(Manifests.overlay(overlay), program);
            assertThat(Stream.of(app.getStartupProbe(), app.getLivenessProbe(), app.getReadinessProbe()))
                    .hasSize(3)
                    .extracting(Probe::getHttpGet)
                    .allSatisfy(get -> assertThat(HEALTH).contains(get.getPath()))
                    .allSatisfy(get -> assertThat(get.getPort().getStrVal()).isEqualTo("http"));
        }
        assertThat(Repository.text(Repository.directory("service-kit").resolve("pom.xml")))
                .contains("quarkus-smallrye-health");
    }

    @Test
    void there_is_time_to_drain() {
        Manifests production = Manifests.overlay("production");
        for (String program : PROGRAMS) {
            PodSpec pod = pod(production, program);
            long before = app(production, program)
                    .getLifecycle()
                    .getPreStop()
                    .getSleep()
                    .getSeconds();
            assertThat(before).isGreaterThanOrEqualTo(5);
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(before + drainSeconds(program) + 5L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void every_pod_is_restricted(String overlay) {
        for (PodTemplateSpec template : Manifests.overlay(overlay).pods()) {
            PodSpec pod = template.getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
            assertThat(Manifests.containers(pod)).allSatisfy(ManifestsTest::restricted);
        }
    }

    @ParameterizedTest
    @CsvSource({"dev,siren-order-dev", "production,siren-order"})
    void the_namespace_is_restricted_by_the_standard_of_one_release(String overlay, String name) {
        Map<String, String> labels = Manifests.overlay(overlay)
                .named(Namespace.class, name)
                .getMetadata()
                .getLabels();
        assertThat(labels).containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(labels.get("pod-security.kubernetes.io/enforce-version")).matches("v1\\.[0-9]+");
    }

    @Test
    void pods_of_one_program_stand_in_different_zones_and_on_different_nodes() {
        for (String program : WITH_PAGES) {
            assertThat(pod(Manifests.overlay("production"), program).getTopologySpreadConstraints())
                    .extracting(TopologySpreadConstraint::getTopologyKey)
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        }
    }

    private static void restricted(Container container) {
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getPrivileged()).isNull();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKey("memory");
        assertThat(container.getImage()).matches("[a-z./-]+:[0-9][0-9a-z.-]*(@sha256:[0-9a-f]{64})?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void identity_is_a_token_for_each_neighbour_that_is_called(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        for (String program : PROGRAMS) {
            assertThat(manifests.named(ServiceAccount.class, program).getAutomountServiceAccountToken())
                    .isFalse();
            assertThat(pod(manifests, program).getServiceAccountName()).isEqualTo(program);
            assertThat(tokens(pod(manifests, program)))
                    .containsExactlyInAnyOrderElementsOf(Neighbours.of(program).stream()
                            .map(callee -> "at-" + callee + " siren-internal-" + callee)
                            .toList());
        }
        for (Job job : manifests.of(Job.class)) {
            assertThat(projected(job.getSpec().getTemplate().getSpec()))
                    .allSatisfy(source ->
                            assertThat(source.getServiceAccountToken()).isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void a_token_of_a_service_lives_ten_minutes_the_least_that_a_kubelet_gives(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        for (String program : PROGRAMS) {
            assertThat(projected(pod(manifests, program)))
                    .map(VolumeProjection::getServiceAccountToken)
                    .filteredOn(token -> token != null)
                    .isNotEmpty()
                    .allSatisfy(
                            token -> assertThat(token.getExpirationSeconds()).isEqualTo(600));
        }
    }

    /** Tokens for neighbours; the one for the API server names no audience. */
    private static List<String> tokens(PodSpec pod) {
        return projected(pod).stream()
                .map(VolumeProjection::getServiceAccountToken)
                .filter(token -> token != null && token.getAudience() != null)
                .map(token -> token.getPath() + " " + token.getAudience())
                .toList();
    }

    @Test
    void the_only_issuer_of_services_is_the_namespace_itself() {
        for (String overlay : List.of("dev", "production")) {
            ConfigMap settings = Manifests.overlay(overlay).generated("siren-settings");
            assertThat(settings.getData())
                    .containsEntry("SIREN_SERVICE_TOKEN_FILE", "/var/run/secrets/siren/identity/at-{callee}")
                    .doesNotContainKey("SIREN_IDENTITY_ISSUERS_SERVICES_AUDIENCE");
            assertThat(settings.getData().get("SIREN_IDENTITY_ISSUERS_SERVICES_NAMESPACE"))
                    .isEqualTo(settings.getMetadata().getNamespace());
        }
    }

    @Test
    void in_dev_every_secret_and_config_map_that_is_named_exists() {
        Manifests dev = Manifests.overlay("dev");
        assertThat(References.secrets(dev)).isNotEmpty().allSatisfy(reference -> {
            Secret secret = dev.named(Secret.class, reference.name());
            assertThat(reference.key() == null || secret.getStringData().containsKey(reference.key()))
                    .as(reference.toString())
                    .isTrue();
        });
        assertThat(References.configMaps(dev))
                .isNotEmpty()
                .filteredOn(name -> !name.equals("kube-root-ca.crt"))
                .allSatisfy(name -> assertThat(dev.named(ConfigMap.class, name)).isNotNull());
    }

    @Test
    void production_keeps_no_secret_here_and_says_which_it_wants() {
        Manifests production = Manifests.overlay("production");
        assertThat(production.of(Secret.class)).isEmpty();
        String install = Repository.text(Repository.ROOT.resolve("docs/operations.md"));
        assertThat(References.secrets(production)).isNotEmpty().allSatisfy(reference -> {
            assertThat(install).contains("`" + reference.name() + "`");
            assertThat(install).contains(reference.key() == null ? "" : "`" + reference.key() + "`");
        });
    }

    @Test
    void migrations_hold_the_owner_and_no_other_secret_and_services_never_the_owner() {
        Manifests production = Manifests.overlay("production");
        assertThat(production.of(Job.class)).hasSize(4).allSatisfy(job -> {
            String owner = job.getMetadata().getName().replace("-migration", "-database-owner");
            assertThat(References.secretsOf(job.getSpec().getTemplate().getSpec()))
                    .extracting(References.Reference::name)
                    .containsOnly(owner, owner.replace("-database-owner", "-postgres-ca"));
        });
        assertThat(PROGRAMS)
                .allSatisfy(program -> assertThat(References.secretsOf(pod(production, program)))
                        .noneMatch(reference -> reference.name().endsWith("-owner")));
    }

    @Test
    void databases_have_room_for_every_replica() {
        Manifests production = Manifests.overlay("production");
        int pool = number("feed-kit", "quarkus.datasource.reactive.max-size")
                + number("feed-kit", "quarkus.datasource.jdbc.max-size");
        String roles = Repository.text(Repository.KUBERNETES.resolve("database/roles.sql"));
        String clusters = Repository.text(Repository.KUBERNETES.resolve("overlays/production/databases.yaml"))
                + Repository.text(Repository.KUBERNETES.resolve("overlays/production/database-patch.yaml"));
        for (String service : Repository.SERVICES) {
            int replicas = production
                            .named(HorizontalPodAutoscaler.class, service + "-service")
                            .getSpec()
                            .getMaxReplicas()
                    + 1;
            int limit = first(roles, "NOINHERIT CONNECTION LIMIT (\\d+)");
            assertThat(limit).isGreaterThanOrEqualTo(replicas * pool);
            assertThat(first(clusters, "name: " + service + ",[^}]*connectionLimit: (\\d+)"))
                    .isEqualTo(limit);
            assertThat(first(clusters, "max_connections: \"(\\d+)\"")).isGreaterThanOrEqualTo(limit + 20);
        }
    }

    private static int first(String text, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(pattern).isTrue();
        return Integer.parseInt(match.group(1));
    }

    private static int number(String module, String key) {
        return first(
                Repository.text(Repository.directory(module)
                        .resolve("src/main/resources/META-INF/microprofile-config.properties")),
                "(?m)^" + Pattern.quote(key) + "=(\\d+)$");
    }

    /** The gateway drains within its delay; the others finish what they have begun after theirs. */
    private static int drainSeconds(String program) {
        if (program.equals("notification-gateway")) {
            return first(
                    Repository.text(Repository.directory(program).resolve("src/main/resources/application.properties")),
                    "(?m)^quarkus.shutdown.delay=(\\d+)s$");
        }
        String all = Repository.text(Repository.directory("service-kit")
                .resolve("src/main/resources/META-INF/microprofile-config.properties"));
        return first(all, "(?m)^quarkus.shutdown.delay=(\\d+)s$")
                + first(all, "(?m)^quarkus.shutdown.timeout=(\\d+)s$");
    }

    private static PodTemplateSpec selected(Manifests manifests, Map<String, String> selector) {
        List<PodTemplateSpec> pods = manifests.pods().stream()
                .filter(pod -> pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                .toList();
        assertThat(pods).as("pods with " + selector).hasSize(1);
        return pods.get(0);
    }

    private static List<String> portNames(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getName())
                .toList();
    }

    private static PodSpec pod(Manifests manifests, String program) {
        return manifests
                .named(Deployment.class, program)
                .getSpec()
                .getTemplate()
                .getSpec();
    }

    private static Container app(Manifests manifests, String program) {
        return pod(manifests, program).getContainers().get(0);
    }

    private static List<VolumeProjection> projected(PodSpec pod) {
        return pod.getVolumes().stream()
                .map(volume -> volume.getProjected())
                .filter(Objects::nonNull)
                .flatMap(volume -> volume.getSources().stream())
                .toList();
    }
}
