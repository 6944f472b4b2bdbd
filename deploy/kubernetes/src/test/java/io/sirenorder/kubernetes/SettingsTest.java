package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final List<String> PROGRAMS = List.of("merchant", "store", "coupon", "payment", "gateway");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void every_variable_of_a_program_is_one_that_it_reads(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        for (String program : PROGRAMS) {
            KnownSettings known = KnownSettings.of(Repository.module(program));
            assertThat(own(manifests, program))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(known.has(name))
                            .as(program + " knows " + name)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void every_common_setting_is_one_that_some_program_reads(String overlay) {
        Map<String, KnownSettings> known = new TreeMap<>();
        known.put("web", KnownSettings.of("web"));
        PROGRAMS.forEach(program -> known.put(program, KnownSettings.of(Repository.module(program))));
        Map<String, String> settings =
                Manifests.overlay(overlay).generated("siren-settings").getData();
        assertThat(settings.keySet())
                .allSatisfy(name -> assertThat(known.values()).as(name).anyMatch(one -> one.has(name)));
    }

    @Test
    void a_misspelt_variable_would_be_found() {
        KnownSettings payment = KnownSettings.of("payment-service");
        assertThat(payment.has("SIREN_PORTONE_V2_API_SECRET")).isTrue();
        assertThat(payment.has("SIREN_PORTONE_V2_API_SECRETS")).isFalse();
        assertThat(payment.has("SIREN_IDENTITY_ISSUERS_SERVICES_TOKEN_FILE")).isTrue();
        assertThat(payment.has("SIREN_IDENTITY_ISSUERS_SERVICES_TOKEN")).isFalse();
        assertThat(payment.has("SIREN_COUPONS_CODE_SECRET")).isFalse();
        assertThat(payment.has("QUARKUS_HTTP_PORTT")).isFalse();
    }

    @Test
    void services_never_migrate_and_migrations_do_nothing_else() {
        Manifests production = Manifests.overlay("production");
        for (String service : Repository.SERVICES) {
            assertThat(values(production
                            .named(Deployment.class, service + "-service")
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getEnv()))
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
            assertThat(values(production
                            .named(Job.class, service + "-migration")
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getEnv()))
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                    .containsEntry("QUARKUS_INIT_AND_EXIT", "true");
        }
    }

    /** The amount from which coupon-service grants a stamp and the one that store-service tells buyers are the same. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void what_earns_a_stamp_is_said_once_and_read_from_there_by_both_services(String overlay) {
        String name = "SIREN_LOYALTY_STAMP_FROM_KRW";
        Manifests manifests = Manifests.overlay(overlay);
        ConfigMap settings = manifests.generated("siren-settings");
        assertThat(settings.getData()).containsKey(name);
        for (String program : List.of("coupon", "store")) {
            String module = Repository.module(program);
            assertThat(KnownSettings.of(module).has(name)).as(module).isTrue();
            PodSpec pod = manifests
                    .named(Deployment.class, module)
                    .getSpec()
                    .getTemplate()
                    .getSpec();
            assertThat(Manifests.environment(pod)).extracting(EnvVar::getName).doesNotContain(name);
            assertThat(pod.getContainers().get(0).getEnvFrom())
                    .extracting(source -> source.getConfigMapRef().getName())
                    .containsExactly(settings.getMetadata().getName());
        }
    }

    private static List<String> own(Manifests manifests, String program) {
        Stream<EnvVar> service = Manifests.environment(manifests
                        .named(Deployment.class, Repository.module(program))
                        .getSpec()
                        .getTemplate()
                        .getSpec())
                .stream();
        Stream<EnvVar> migration = manifests.of(Job.class).stream()
                .filter(job -> job.getMetadata().getName().startsWith(program))
                .flatMap(
                        job -> Manifests.environment(job.getSpec().getTemplate().getSpec()).stream());
        return Stream.concat(service, migration).map(EnvVar::getName).toList();
    }

    private static Map<String, String> values(List<EnvVar> environment) {
        return environment.stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }
}
