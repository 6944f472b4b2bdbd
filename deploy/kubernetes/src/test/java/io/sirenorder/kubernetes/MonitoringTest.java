package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MonitoringTest {
    private static final Pattern METER = Pattern.compile("\"((?:siren|gw)\\.[a-z._]+)\"");
    private static final Pattern SERIES = Pattern.compile("\\b(?:siren|gw)_[a-z_]+");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Set<String> METERS = meters();

    @Test
    void alerts_look_at_series_that_exist_and_each_says_what_to_do() {
        String manual = Repository.text(Repository.ROOT.resolve("docs/operations.md"));
        Set<String> pages = HEADING.matcher(manual)
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        List<JsonNode> rules = rules();
        assertThat(rules).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(series(rule.path("expr").asText())).isNotEmpty().allSatisfy(MonitoringTest::exists);
            String runbook = rule.path("annotations").path("runbook").asText();
            assertThat(runbook).startsWith("docs/operations.md#");
            assertThat(pages).contains(runbook.substring(runbook.indexOf('#') + 1));
            assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
            assertThat(rule.path("labels").path("severity").asText()).isIn("page", "ticket");
        });
        assertThat(rules).extracting(rule -> rule.path("alert").asText()).doesNotHaveDuplicates();
    }

    @Test
    void the_dashboard_draws_series_that_exist() throws Exception {
        JsonNode dashboard = new ObjectMapper()
                .readTree(Repository.text(Repository.KUBERNETES.resolve("monitoring/dashboard.json")));
        List<String> expressions = dashboard.findValuesAsText("expr");
        assertThat(dashboard.path("panels").size()).isGreaterThan(5);
        assertThat(expressions)
                .hasSizeGreaterThan(5)
                .allSatisfy(expression -> assertThat(series(expression)).allSatisfy(MonitoringTest::exists));
    }

    @Test
    void the_gateway_scales_by_a_series_that_it_has() {
        assertThat(Manifests.base()
                        .named(HorizontalPodAutoscaler.class, "notification-gateway")
                        .getSpec()
                        .getMetrics())
                .singleElement()
                .satisfies(metric -> exists(metric.getPods().getMetric().getName()));
    }

    @Test
    void whatever_is_measured_is_scraped_where_it_is() {
        assertThat(Manifests.base().of(Deployment.class))
                .hasSize(5)
                .allSatisfy(program -> assertThat(
                                program.getSpec().getTemplate().getMetadata().getAnnotations())
                        .containsEntry("prometheus.io/scrape", "true")
                        .containsEntry("prometheus.io/path", "/q/metrics")
                        .containsEntry("prometheus.io/port", "8080"));
    }

    private static void exists(String series) {
        String meter = series.replaceAll("_(total|bucket)$", "");
        assertThat(METERS).as(series).containsAnyOf(meter, meter.replaceAll("_seconds$", ""));
        if (series.endsWith("_bucket")) {
            assertThat(Repository.sources("notification-gateway", "feed-kit")).contains("publishPercentileHistogram");
        }
    }

    private static Set<String> series(String expression) {
        return SERIES.matcher(expression).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Set<String> meters() {
        String sources = Repository.sources(
                "feed-kit",
                "service-kit",
                "merchant-service",
                "store-service",
                "coupon-service",
                "payment-service",
                "notification-gateway");
        return METER.matcher(sources)
                .results()
                .map(found -> found.group(1).replace('.', '_'))
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> rules() {
        String manifest = Repository.text(Repository.KUBERNETES.resolve("monitoring/alerts.yaml"));
        GenericKubernetesResource alerts =
                (GenericKubernetesResource) Manifests.parse(manifest).get(0);
        JsonNode spec =
                new ObjectMapper().valueToTree(alerts.getAdditionalProperties()).path("spec");
        return spec.findValues("rules").stream()
                .flatMap(rules -> java.util.stream.StreamSupport.stream(rules.spliterator(), false))
                .toList();
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
