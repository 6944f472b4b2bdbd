package io.sirenorder.kit.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps what callers make up out of the metrics of requests: addresses that no resource has, ids in those that are refused before
 * their resource is known, and names of methods. Each would be a series of its own: they would fill the memory, and past a
 * hundred addresses nothing new is counted any more.
 */
class RequestTags {
    private static final String METER = "http.server.requests";
    private static final String UNKNOWN = "UNKNOWN";
    /** Values of Quarkus that are no addresses. */
    private static final Set<String> WORDS = Set.of(UNKNOWN, "NOT_FOUND", "REDIRECTION", "root", "/cors-preflight");

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final AllowedMethods resources;
    private final Set<String> others;

    RequestTags(AllowedMethods resources, HttpConfig config) {
        this.resources = resources;
        this.others = Set.copyOf(config.otherPaths().orElse(List.of()));
    }

    @Produces
    @Singleton
    MeterFilter known() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(METER)
                        ? id.replaceTags(id.getTags().stream()
                                .map(RequestTags.this::known)
                                .toList())
                        : id;
            }
        };
    }

    private Tag known(Tag tag) {
        return switch (tag.getKey()) {
            case "uri" -> Tag.of(tag.getKey(), address(tag.getValue()));
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of(tag.getKey(), UNKNOWN);
            default -> tag;
        };
    }

    private String address(String uri) {
        return WORDS.contains(uri) || others.contains(uri)
                ? uri
                : resources.template(uri).orElse(UNKNOWN);
    }
}
