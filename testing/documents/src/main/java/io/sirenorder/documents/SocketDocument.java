package io.sirenorder.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The AsyncAPI document, as a judge of frames. */
public final class SocketDocument {
    private static final JsonNode DOCUMENT = read(Path.of("../docs/asyncapi/sockets.yaml"));
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private SocketDocument() {}

    public static JsonNode document() {
        return DOCUMENT;
    }

    public static void assertDescribes(JsonNode frame) {
        String type = frame.path("t").asText();
        assertThat(DOCUMENT.at("/components/messages").has(type))
                .as("described: " + frame)
                .isTrue();
        assertThat(SCHEMAS.computeIfAbsent(type, SocketDocument::schema).validate(frame))
                .as("%s", frame)
                .isEmpty();
    }

    private static JsonSchema schema(String type) {
        ObjectNode schema = DOCUMENT.deepCopy();
        schema.putArray("allOf").addObject().put("$ref", "#/components/messages/" + type + "/payload");
        return FACTORY.getSchema(schema);
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
