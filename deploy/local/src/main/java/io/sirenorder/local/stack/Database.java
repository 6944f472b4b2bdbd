package io.sirenorder.local.stack;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A service's own database, called as the service. As in a cluster, the role that uses it is called so too and owns
 * nothing; tables belong to another, as whom the service migrates when it starts.
 */
record Database(Service service, StackOptions options) {

    private String url() {
        String host = options.tls() ? PrivateTls.HOST : "127.0.0.1";
        String url = "postgresql://" + host + ":" + options.ports().of("postgres") + "/" + service.label();
        return options.tls() ? url + "?sslmode=verify-full" : url;
    }

    /** Each driver is told of the authority in its own words. */
    private String jdbcUrl() {
        return "jdbc:" + url() + (options.tls() ? "&sslrootcert=" + new PrivateTls(options).authority() : "");
    }

    String owner() {
        return service.label() + "_owner";
    }

    String ownerPassword() {
        return options.state().secretText("postgres-" + owner());
    }

    String password() {
        return options.state().secretText("postgres-" + service.label());
    }

    /** Patient with a machine that starts ten JVMs at once. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", url(),
                "QUARKUS_DATASOURCE_USERNAME", service.label(),
                "QUARKUS_DATASOURCE_PASSWORD", password(),
                "QUARKUS_FLYWAY_JDBC_URL", jdbcUrl(),
                "QUARKUS_FLYWAY_USERNAME", owner(),
                "QUARKUS_FLYWAY_PASSWORD", ownerPassword(),
                "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "30s");
    }

    JsonObject json() {
        return new JsonObject()
                .put("jdbcUrl", jdbcUrl())
                .put("username", service.label())
                .put("password", password());
    }
}
