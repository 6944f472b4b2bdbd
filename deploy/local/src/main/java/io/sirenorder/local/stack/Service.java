package io.sirenorder.local.stack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that are Siren Order: four services with databases, the gateway of sockets, and the pages. */
public enum Service {
    MERCHANT("merchant-service"),
    STORE("store-service"),
    COUPON("coupon-service"),
    PAYMENT("payment-service"),
    GATEWAY("notification-gateway"),
    WEB("web");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** The name in routing table, configuration and tokens; also that of the database and role. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return module;
    }

    public boolean hasDatabase() {
        return this != GATEWAY && this != WEB;
    }

    /** Whether others call it, and it others; the pages talk to all of them from the browser alone. */
    boolean hasNeighbours() {
        return this != WEB;
    }

    public static List<Service> all() {
        return List.of(values());
    }

    /** The service of that label or module. */
    static Optional<Service> named(String name) {
        return Stream.of(values())
                .filter(service -> name.equals(service.label()) || name.equals(service.module()))
                .findFirst();
    }

    static List<Service> neighbours() {
        return Stream.of(values()).filter(Service::hasNeighbours).toList();
    }

    static List<Service> withDatabase() {
        return Stream.of(values()).filter(Service::hasDatabase).toList();
    }
}
