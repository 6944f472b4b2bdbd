package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sirenorder.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Samples of all programs of a stack at one moment, and the series that alerts, panels and scalers ask for. */
record MeteredSeries(Set<String> samples) {
    private static final Path KUBERNETES = Path.of("..", "..", "deploy", "kubernetes");
    private static final Pattern ASKED = Pattern.compile("(siren_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern OF_US = Pattern.compile("(?m)^(siren_[^ ]+) ");
    private static final Pattern CHOICE = Pattern.compile("([a-z_]+)=~?\"([^\"$]*)\"");
    /** Labels of the scraper. */
    private static final Set<String> OF_SCRAPER = Set.of("namespace", "job", "pod", "instance");

    static MeteredSeries now(JsonNode parts) {
        Set<String> samples = StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path("health"))
                .filter(JsonNode::isTextual)
                .map(health -> Api.at(health.asText()).get("/q/metrics"))
                .filter(answer -> answer.status() == 200)
                .flatMap(answer -> OF_US.matcher(answer.body().asText()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        return new MeteredSeries(samples);
    }

    /** Each series by its name and the labels that it is asked for by, {@code name{label="value"}}. */
    static Set<String> asked() {
        return Stream.of("monitoring/alerts.yaml", "monitoring/dashboard.json", "components/keda")
                .flatMap(MeteredSeries::texts)
                .flatMap(text -> ASKED.matcher(text).results())
                .flatMap(MeteredSeries::choices)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The queries of a file, or of all files of a directory. */
    private static Stream<String> texts(String name) {
        Path path = KUBERNETES.resolve(name);
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    return files
                            .map(file -> name + "/" + file.getFileName())
                            .flatMap(MeteredSeries::texts)
                            .toList()
                            .stream();
                }
            }
            if (name.endsWith(".json")) {
                return new ObjectMapper().readTree(path.toFile()).findValuesAsText("expr").stream();
            }
            JsonNode yaml = new YAMLMapper().readTree(path.toFile());
            return Stream.concat(yaml.findValuesAsText("expr").stream(), yaml.findValuesAsText("query").stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> choices(MatchResult asked) {
        List<String> selectors = asked.group(2) == null
                ? List.of()
                : CHOICE.matcher(asked.group(2))
                        .results()
                        .filter(choice -> !OF_SCRAPER.contains(choice.group(1)))
                        .flatMap(choice -> Stream.of(choice.group(2).split("\\|"))
                                .map(value -> "{" + choice.group(1) + "=\"" + value + "\"}"))
                        .toList();
        return selectors.isEmpty()
                ? Stream.of(asked.group(1))
                : selectors.stream().map(selector -> asked.group(1) + selector);
    }

    /** Whether there is a sample of that name with that label. */
    boolean has(String series) {
        String name = series.replaceFirst("\\{.*", "");
        String label = series.contains("{") ? series.substring(name.length() + 1, series.length() - 1) : "";
        return samples.stream()
                .anyMatch(sample -> (sample.equals(name) || sample.startsWith(name + "{")) && sample.contains(label));
    }
}
