package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The API as it is behind the front door: the documents of all services in one, with the Javadoc of their records. A name
 * means the same everywhere.
 */
final class PublicDocument {
    private static final List<String> SERVICES = List.of("merchant", "store", "coupon", "payment", "gateway");
    private static final List<String> COMPONENTS = List.of("schemas", "responses", "securitySchemes");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final ObjectNode document = read(Path.of("testing/test-kit/src/test/resources/siren-order-head.yaml"));

    private PublicDocument() {}

    static PublicDocument ofAllServices() {
        PublicDocument all = new PublicDocument();
        List<JsonNode> parts = new ArrayList<>();
        SERVICES.forEach(service -> parts.add(read(Path.of("docs", "openapi", service + ".yaml"))));
        all.document.set("paths", merged(parts, "/paths"));
        ObjectNode components = all.document.putObject("components");
        COMPONENTS.forEach(kind -> components.set(kind, merged(parts, "/components/" + kind)));
        RecordDocs.ofRepository().describe(components.withObject("/schemas"));
        return all;
    }

    /** Sorted by name; fails where two services mean different things by one name. */
    private static ObjectNode merged(List<JsonNode> parts, String place) {
        Map<String, JsonNode> all = new TreeMap<>();
        parts.forEach(part -> part.at(place).properties().forEach(one -> {
            JsonNode known = all.putIfAbsent(one.getKey(), one.getValue());
            assertThat(one.getValue())
                    .as("%s/%s of two services", place, one.getKey())
                    .isEqualTo(known == null ? one.getValue() : known);
        }));
        ObjectNode merged = YAML.createObjectNode();
        all.forEach(merged::set);
        return merged;
    }

    String asYaml() {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) YAML.readTree(Docs.root().resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
