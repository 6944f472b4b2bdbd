package io.sirenorder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.contracts.notification.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frozen examples of everything on the wire, which later versions have to read and write; {@code -Dsiren.regenerate=true}
 * freezes anew, and keeps what was frozen before for {@link FormerReleaseTest}.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Class<?>> events() {
        return Wire.events();
    }

    static Stream<Class<?>> messages() {
        return Wire.messages();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_written_and_read_as_ever(Class<?> type) throws IOException {
        Object event = Specimens.of(type);
        JsonNode frozen = frozen("events/" + Wire.name(type), onTheWire(event));
        assertThat(onTheWire(event)).isEqualTo(frozen);
        assertThat(Wire.JSON.treeToValue(frozen, type)).isEqualTo(event);
        assertThat(frozen.get("type").textValue()).isEqualTo(Wire.name(type));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_read_by_its_family_too(Class<?> type) throws JsonProcessingException {
        Object event = Specimens.of(type);
        Class<?> family = type.getInterfaces()[0];
        assertThat(Wire.JSON.readValue(Wire.JSON.writeValueAsString(event), family))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_is_written_as_ever(Class<?> type) throws IOException {
        ServerMessage message = (ServerMessage) Specimens.of(type);
        ObjectNode frame = Wire.JSON.createObjectNode();
        frame.put("t", message.type()).put("key", message.key());
        frame.put("needsAck", message.needsAck()).put("isSuperseded", message.isSuperseded());
        frame.set("d", Wire.JSON.valueToTree(message));
        String name = "messages/" + message.type();
        assertThat(frozen(name, onTheWire(frame))).isEqualTo(onTheWire(frame));
    }

    @Test
    void every_event_has_a_name_of_its_own_and_a_stream() {
        assertThat(Wire.events().map(Wire::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(\\.[a-z-]+)+"));
        assertThat(Wire.events().map(type -> ((Event) Specimens.of(type)).stream()))
                .allMatch(stream -> stream.matches("[a-z]+:[A-Za-z0-9:-]+"));
    }

    @Test
    void every_message_has_a_type_of_its_own() {
        assertThat(Wire.messages().map(type -> ((ServerMessage) Specimens.of(type)).type()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ServerMessage.TYPES);
    }

    @Test
    void nothing_frozen_is_forgotten() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            long known = Wire.events().count() + Wire.messages().count();
            assertThat(files.filter(Files::isRegularFile)).hasSize((int) known);
        }
    }

    private static JsonNode onTheWire(Object thing) throws JsonProcessingException {
        return Wire.JSON.readTree(Wire.JSON.writeValueAsString(thing));
    }

    private static JsonNode frozen(String name, JsonNode now) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        if (Boolean.getBoolean("siren.regenerate")) {
            FormerForms.keep(name, file, now);
            Files.createDirectories(file.getParent());
            Files.writeString(file, Wire.JSON.writeValueAsString(now) + "\n");
        }
        return Wire.JSON.readTree(Files.readString(file));
    }
}
