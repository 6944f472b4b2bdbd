package io.sirenorder.kubernetes;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.util.List;

/** The alerts, as Prometheus' operator reads them. */
final class Alerts {
    private Alerts() {}

    static PrometheusRule manifest() {
        return (PrometheusRule)
                Manifests.parse(Repository.text(Repository.KUBERNETES.resolve("monitoring/alerts.yaml")))
                        .get(0);
    }

    static List<Rule> rules() {
        return manifest().getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    static String expression(Rule rule) {
        return rule.getExpr().getStrVal();
    }
}
