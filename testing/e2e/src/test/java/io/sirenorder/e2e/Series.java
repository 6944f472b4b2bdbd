package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Samples that all programs of a stack exposed at one moment, as Prometheus would read them.
 *
 * @param samples each with its labels
 */
record Series(List<String> samples) {
    private static final Pattern SELECTOR =
            Pattern.compile("\\b((?:siren|http|sql|jvm|process)_[a-z_]+)(?:\\{([^}]*)\\})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)=~?\"([^\"]*)\"");
    /** Labels that the scraper adds. */
    private static final Set<String> OF_SCRAPER = Set.of("namespace", "job", "pod", "instance");
    /** Labels of requests, whose values come with what was called and answered. */
    private static final Set<String> OF_REQUESTS = Set.of("uri", "address", "status");

    /** A name that an expression asks for, and the labels that a sample of it has to have. */
    record Asked(String name, Set<String> labels) {}

    /** The series of our programs in an expression; alternatives within a label are asked for one by one. */
    static Stream<Asked> askedBy(String expression) {
        return SELECTOR.matcher(expression).results().flatMap(found -> {
            String name = found.group(1);
            Stream<Asked> asked = Stream.of(new Asked(name, Set.of()));
            for (var matcher : MATCHER.matcher(Objects.toString(found.group(2), ""))
                    .results()
                    .toList()) {
                asked = asked.flatMap(one -> with(one, matcher.group(1), matcher.group(2)));
            }
            return asked;
        });
    }

    private static Stream<Asked> with(Asked asked, String label, String values) {
        boolean isOfRequest = asked.name().startsWith("http_") && OF_REQUESTS.contains(label);
        if (isOfRequest || OF_SCRAPER.contains(label)) {
            return Stream.of(asked);
        }
        return Stream.of(values.split("\\|", -1))
                .map(value -> new Asked(
                        asked.name(),
                        Stream.concat(asked.labels().stream(), Stream.of(label + "=\"" + value + "\""))
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Reads them from each Quarkus program of a stack. */
    static Series of(JsonNode parts) {
        return new Series(StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path("health").asText())
                .filter(health -> health.contains("/q/health"))
                .flatMap(health -> exposedAt(URI.create(health).resolve("/q/metrics")))
                .filter(line -> !line.startsWith("#"))
                .toList());
    }

    private static Stream<String> exposedAt(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    boolean has(Asked asked) {
        return samples.stream()
                .filter(sample -> sample.startsWith(asked.name() + "{") || sample.startsWith(asked.name() + " "))
                .anyMatch(sample -> asked.labels().stream().allMatch(sample::contains));
    }
}
