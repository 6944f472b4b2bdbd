package io.sirenorder.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps what callers make up out of the metrics of requests: addresses that are not here and names of methods. Each would be a
 * series of its own, and past a hundred addresses nothing new is counted any more.
 */
class PageMetrics {
    private static final String METER = "http.server.requests";
    private static final String UNKNOWN = "UNKNOWN";
    private static final String ASSETS = "/assets/";
    /** Values of Quarkus that are no addresses. */
    private static final Set<String> WORDS = Set.of(UNKNOWN, "NOT_FOUND", "REDIRECTION", "root");

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final Pages pages;

    PageMetrics(Pages pages) {
        this.pages = pages;
    }

    @Produces
    @Singleton
    MeterFilter known() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(METER)
                        ? id.replaceTags(id.getTags().stream()
                                .map(PageMetrics.this::known)
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

    /** Quarkus takes the slash at the end away. */
    private String address(String uri) {
        if (WORDS.contains(uri) || isDocument(uri) || isDocument(uri + "/")) {
            return uri;
        }
        if ((uri + "/").startsWith(ProblemPages.PATH)) {
            return ProblemPages.PATH + "{code}";
        }
        return uri.startsWith(ASSETS) ? ASSETS + "{file}" : UNKNOWN;
    }

    private boolean isDocument(String path) {
        return pages.document(path).isPresent();
    }
}
