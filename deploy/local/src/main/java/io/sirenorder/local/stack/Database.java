package io.sirenorder.local.stack;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** A service's own database and role, both called as the service. */
record Database(Service service, StackOptions options) {

    private String server() {
        return "postgresql://127.0.0.1:" + options.ports().of("postgres") + "/" + service.label();
    }

    private String password() {
        return options.state().secretText("postgres-" + service.label());
    }

    /** Patient with a machine that starts ten JVMs at once. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + server(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", server(),
                "QUARKUS_DATASOURCE_USERNAME", service.label(),
                "QUARKUS_DATASOURCE_PASSWORD", password(),
                "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "30S");
    }

    JsonObject json() {
        return new JsonObject()
                .put("jdbcUrl", "jdbc:" + server())
                .put("username", service.label())
                .put("password", password());
    }
}
