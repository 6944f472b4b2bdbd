package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Claims on kinds of other projects: each that has no typed model here is held against a definition of ours, written after its
 * documentation. {@code -Dsiren.crds} names a directory of the projects' own CustomResourceDefinitions (YAML files),
 * which then take their place.
 */
class DefinitionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_manifests_are_what_the_definitions_allow() {
        Map<String, CustomResourceDefinition> definitions = definitions();
        List<HasMetadata> ours =
                ours().filter(one -> definitions.containsKey(key(one))).toList();
        assertThat(ours)
                .extracting(HasMetadata::getKind)
                .contains("Cluster", "ScheduledBackup", "ObjectStore", "ScaledObject");
        assertThat(ours)
                .allSatisfy(one -> assertThat(faults(one, definitions.get(key(one))))
                        .as(one.getKind() + " " + one.getMetadata().getName())
                        .isEmpty());
    }

    @Test
    void a_fault_would_be_found() throws Exception {
        JsonNode schema = JSON.readTree(
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{"
                        + "\"a\":{\"type\":\"string\",\"enum\":[\"x\"]},\"b\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}}");
        assertThat(Definition.faults(JSON.readTree("{\"a\":\"x\",\"b\":[1]}"), schema, "spec"))
                .isEmpty();
        assertThat(Definition.faults(JSON.readTree("{\"c\":1}"), schema, "spec"))
                .containsExactlyInAnyOrder("spec.a is missing", "spec.c is unknown");
        assertThat(Definition.faults(JSON.readTree("{\"a\":\"y\",\"b\":[\"1\"]}"), schema, "spec"))
                .containsExactlyInAnyOrder("spec.a is none of [\"x\"]", "spec.b[] is not of type integer");
    }

    private static List<String> faults(HasMetadata manifest, CustomResourceDefinition definition) {
        String version =
                manifest.getApiVersion().substring(manifest.getApiVersion().indexOf('/') + 1);
        JsonNode schema = definition.getSpec().getVersions().stream()
                .filter(one -> one.getName().equals(version))
                .findAny()
                .map(one -> JSON.<JsonNode>valueToTree(one.getSchema().getOpenAPIV3Schema()))
                .orElseThrow(() -> new AssertionError("no version " + version + " of " + key(manifest)));
        return Definition.faults(
                JSON.valueToTree(manifest).path("spec"),
                schema.path("properties").path("spec"),
                "spec");
    }

    private static Stream<HasMetadata> ours() {
        return Stream.of(
                        Manifests.overlay("production").all().stream(),
                        Manifests.overlay("dev").all().stream(),
                        Manifests.parse(Manifests.kustomize(Repository.KUBERNETES.resolve("monitoring"))).stream())
                .flatMap(all -> all);
    }

    private static String key(HasMetadata manifest) {
        return manifest.getApiVersion().replaceAll("/.*", "") + " " + manifest.getKind();
    }

    private static Map<String, CustomResourceDefinition> definitions() {
        Path own = Repository.KUBERNETES.resolve("src/test/resources/definitions");
        String given = System.getProperty("siren.crds");
        Stream<Path> directories = given == null ? Stream.of(own) : Stream.of(own, Path.of(given));
        return directories
                .flatMap(directory -> definitions(directory).stream())
                .collect(Collectors.toMap(
                        one -> one.getSpec().getGroup() + " "
                                + one.getSpec().getNames().getKind(),
                        one -> one,
                        (former, latter) -> latter));
    }

    private static List<CustomResourceDefinition> definitions(Path directory) {
        assertThat(Files.isDirectory(directory)).as("%s", directory).isTrue();
        return Repository.files(directory, ".yaml").stream()
                .flatMap(file -> Manifests.parse(Repository.text(file)).stream())
                .filter(CustomResourceDefinition.class::isInstance)
                .map(CustomResourceDefinition.class::cast)
                .toList();
    }
}
