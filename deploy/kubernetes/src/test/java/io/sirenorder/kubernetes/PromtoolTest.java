package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Prometheus' own reading of the alerts. Its promtool (Debian's package "prometheus") is found on the path or named by
 * {@code -Dsiren.promtool=FILE}; without it these tests are skipped, with {@code -Dsiren.promtool=required} they fail.
 */
class PromtoolTest {
    private static final Path MONITORING = Repository.KUBERNETES.resolve("monitoring");
    /** Cases of rules that are evaluated every minute, and of those that take more than a day, every ten. */
    private static final List<String> CASES = List.of("alerts-test.yaml", "alerts-of-days-test.yaml");

    @TempDir
    static Path directory;

    @BeforeAll
    static void write_the_rules_as_prometheus_keeps_them() throws IOException {
        Files.writeString(
                directory.resolve("alerts.rules.yaml"),
                Serialization.asYaml(Alerts.manifest().getSpec()));
        for (String cases : CASES) {
            Files.copy(MONITORING.resolve(cases), directory.resolve(cases));
        }
    }

    @Test
    void every_alert_has_a_case_in_which_it_fires_and_one_in_which_it_is_silent() {
        List<String> wanted = new ArrayList<>();
        Alerts.rules().forEach(rule -> wanted.add(rule.getAlert() + " fires"));
        Alerts.rules().stream()
                .filter(rule -> !rule.getAlert().equals("Watchdog"))
                .forEach(rule -> wanted.add(rule.getAlert() + " is silent"));
        assertThat(CASES.stream()
                        .flatMap(cases ->
                                Repository.text(MONITORING.resolve(cases)).lines())
                        .filter(line -> line.startsWith("  - name: "))
                        .map(line -> line.substring("  - name: ".length())))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void the_rules_are_rules() throws Exception {
        assertThat(promtool("check", "rules", "alerts.rules.yaml")).contains("SUCCESS");
    }

    @Test
    void every_alert_fires_when_it_shall_and_is_silent_when_it_shall() throws Exception {
        assertThat(promtool("test", "rules", CASES.get(0), CASES.get(1)))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    private static String promtool(String... arguments) throws Exception {
        String wanted = System.getProperty("siren.promtool", "");
        List<String> command = new ArrayList<>();
        command.add(wanted.isEmpty() || wanted.equals("required") ? "promtool" : wanted);
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            if (wanted.isEmpty()) {
                throw new TestAbortedException("SKIPPED: there is no promtool to try the alerts with", e);
            }
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
