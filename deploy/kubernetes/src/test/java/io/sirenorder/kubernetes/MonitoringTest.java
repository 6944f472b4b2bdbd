package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard, held against what the programs measure and what is scraped. */
class MonitoringTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern NAME = Pattern.compile("\\b([a-z][a-z0-9_]+)[{\\[]");
    private static final Pattern GAUGE =
            Pattern.compile("(\\w+)(?: by \\([^)]*\\))? ?\\((siren_(?!gateway_)[a-z_]+)(?=[{) ])");
    private static final Pattern COUNTED = Pattern.compile("(\\w+)\\((siren_[a-z_]+_total)\\b");
    /** Of the framework, of the cluster and of what stands beside us. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("(http_(server|client)_requests|sql_pool|jvm|process|up|kube|"
                    + "kubelet|cnpg|barman_cloud|redis|certmanager)(_.*)?");

    private static final Meters METERS = new Meters();

    @Test
    void alerts_and_panels_ask_for_series_that_exist_by_labels_that_they_have() {
        assertThat(expressions()).hasSizeGreaterThan(60).allSatisfy(expression -> {
            assertThat(names(expression))
                    .allSatisfy(name -> assertThat(
                                    METERS.has(name) || OF_OTHERS.matcher(name).matches())
                            .as(name)
                            .isTrue());
            if (!Meters.series(expression).isEmpty()) {
                assertThat(METERS.unknownLabels(expression)).as(expression).isEmpty();
            }
        });
    }

    @Test
    void a_wrong_series_or_label_would_be_found() {
        assertThat(METERS.has("siren_no_such_thing")).isFalse();
        assertThat(METERS.unknownLabels("sum by (outcome) (rate(siren_payments_settled_total[5m]))"))
                .containsExactly("outcome");
        assertThat(METERS.unknownLabels("max(siren_refunds{state=\"MANUAL\"})")).containsExactly("state");
    }

    /** Each replica counts the whole table: a sum over them would show it as often as there are replicas. */
    @Test
    void what_every_replica_says_of_one_table_is_never_added_up() {
        assertThat(expressions())
                .flatExtracting(
                        expression -> GAUGE.matcher(expression).results().toList())
                .isNotEmpty()
                .allSatisfy(found -> {
                    if (!found.group(2).endsWith("_total")) {
                        assertThat(found.group(1)).as(found.group(2)).isIn("max", "min", "absent");
                    }
                });
        assertThat(GAUGE.matcher("sum by (status) (siren_orders_open)").find()).isTrue();
    }

    @Test
    void a_counter_is_read_by_its_growth() {
        assertThat(expressions())
                .flatExtracting(
                        expression -> COUNTED.matcher(expression).results().toList())
                .isNotEmpty()
                .allSatisfy(
                        found -> assertThat(found.group(1)).as(found.group(2)).isIn("rate", "increase"));
    }

    /** An increase does not see the increment with which a series begins, and a gauge that is not there raises no alarm. */
    @Test
    void what_alerts_watch_is_registered_when_its_program_starts() {
        assertThat(Alerts.rules())
                .flatExtracting(rule -> Meters.series(Alerts.expression(rule)))
                .hasSizeGreaterThan(25)
                .allSatisfy(series -> assertThat(METERS.isThereFromTheStart(series))
                        .as(series)
                        .isTrue());
        assertThat(METERS.isThereFromTheStart("siren_webhooks_received_total")).isFalse();
    }

    @Test
    void each_alert_says_what_to_do() {
        String manual = Repository.text(Repository.ROOT.resolve("docs/operations.md"));
        Set<String> pages = HEADING.matcher(manual)
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Alerts.rules()).hasSizeGreaterThan(40).allSatisfy(rule -> {
            String page = rule.getAnnotations().get("runbook_url");
            assertThat(page).startsWith("https://").contains("operations.md#");
            assertThat(pages).contains(page.substring(page.indexOf('#') + 1));
            assertThat(rule.getAnnotations().get("summary")).isNotBlank();
            assertThat(rule.getLabels().get("severity")).isIn("page", "ticket", "none");
        });
        assertThat(Alerts.rules()).extracting(rule -> rule.getAlert()).doesNotHaveDuplicates();
    }

    @Test
    void a_source_that_is_dead_is_noticed() {
        List<String> rules = Alerts.rules().stream().map(Alerts::expression).toList();
        Manifests.overlay("production").of(Deployment.class).stream()
                .map(program -> program.getMetadata().getName())
                .forEach(program -> assertThat(rules)
                        .anyMatch(rule ->
                                rule.contains("absent(up{namespace=\"siren-order\",job=\"" + program + "\"})")));
        for (String service : Repository.SERVICES) {
            assertThat(rules)
                    .anyMatch(
                            rule -> rule.contains("absent(cnpg_collector_up{") && rule.contains(service + "-postgres"));
        }
    }

    @Test
    void each_metric_that_is_used_is_scraped() {
        List<PodMonitor> monitors =
                Manifests.parse(Repository.text(Repository.KUBERNETES.resolve("monitoring/pod-monitors.yaml"))).stream()
                        .map(PodMonitor.class::cast)
                        .toList();
        assertThat(monitors)
                .hasSize(2)
                .allSatisfy(monitor -> assertThat(UnknownFields.in(monitor)).isEmpty());
        assertThat(UnknownFields.in(Alerts.manifest())).isEmpty();
        PodMonitor programs = monitors.get(0);
        assertThat(Manifests.overlay("production").of(Deployment.class))
                .hasSize(6)
                .allSatisfy(program -> {
                    Map<String, String> labels =
                            program.getSpec().getTemplate().getMetadata().getLabels();
                    assertThat(labels)
                            .containsAllEntriesOf(
                                    programs.getSpec().getSelector().getMatchLabels())
                            .containsKey(programs.getSpec().getJobLabel())
                            .doesNotContainKey("siren-order.io/part");
                    assertThat(program.getSpec()
                                    .getTemplate()
                                    .getSpec()
                                    .getContainers()
                                    .get(0)
                                    .getPorts())
                            .extracting(port -> port.getName())
                            .contains(programs.getSpec()
                                    .getPodMetricsEndpoints()
                                    .get(0)
                                    .getPort());
                });
    }

    @Test
    void the_gateway_scales_by_a_series_that_it_has() {
        GenericKubernetesResource scaler = Manifests.overlay("production").custom().stream()
                .filter(one -> one.getKind().equals("ScaledObject"))
                .findAny()
                .orElseThrow();
        String query = scaler.<List<Map<String, Map<String, String>>>>get("spec", "triggers")
                .get(0)
                .get("metadata")
                .get("query");
        assertThat(query).startsWith("sum(").contains("namespace=\"siren-order\"");
        assertThat(Meters.series(query)).isNotEmpty().allMatch(METERS::has);
    }

    private static Stream<String> names(String expression) {
        return Stream.concat(
                Meters.series(expression).stream(),
                NAME.matcher(expression).results().map(found -> found.group(1)));
    }

    private static List<String> expressions() {
        try {
            return Stream.concat(
                            Alerts.rules().stream().map(Alerts::expression),
                            new ObjectMapper()
                                            .readTree(Repository.text(
                                                    Repository.KUBERNETES.resolve("monitoring/dashboard.json")))
                                            .findValuesAsText("expr")
                                            .stream())
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
