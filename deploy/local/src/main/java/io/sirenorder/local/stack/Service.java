package io.sirenorder.local.stack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The five programs that are Siren Order. */
public enum Service {
    MERCHANT("merchant-service"),
    STORE("store-service"),
    COUPON("coupon-service"),
    PAYMENT("payment-service"),
    GATEWAY("notification-gateway");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** As in routing table, configuration and tokens; also its database and role. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return module;
    }

    public boolean hasDatabase() {
        return this != GATEWAY;
    }

    public static List<Service> all() {
        return List.of(values());
    }

    static List<Service> withDatabase() {
        return Stream.of(values()).filter(Service::hasDatabase).toList();
    }
}
