package io.sirenorder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Releases side by side, while replicas of both run: what the earlier one wrote is read by the later one, and the other way
 * round; of each event, and of each form that it ever had.
 */
class FormerReleaseTest {
    /** Reader with the tolerance that consumers have. */
    private static final ObjectMapper TOLERANT =
            Wire.JSON.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final String OF_A_LATER_RELEASE = "ofALaterRelease";
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Map<String, Class<?>> EVENTS =
            Wire.events().collect(Collectors.toMap(Wire::name, type -> type));

    static Stream<Class<?>> events() {
        return Wire.events();
    }

    static List<Path> formerEvents() throws IOException {
        return FormerForms.of("events");
    }

    static List<Path> formerForms() throws IOException {
        List<Path> all = new ArrayList<>(FormerForms.of("events"));
        all.addAll(FormerForms.of("messages"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("formerEvents")
    void an_event_of_a_release_before_is_read_with_all_that_it_said(Path file) throws IOException {
        JsonNode former = TOLERANT.readTree(Files.readString(file));
        Class<?> type = EVENTS.get(former.path("type").textValue());
        Object event = TOLERANT.treeToValue(former, type.getInterfaces()[0]);
        assertThat(event).isInstanceOf(type);
        contains(TOLERANT.valueToTree(event), former, "");
    }

    @ParameterizedTest
    @MethodSource("formerForms")
    void a_reader_of_a_release_before_finds_each_member_as_it_was(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.\\d+\\.json$", ".json");
        Path golden = GOLDEN.resolve(file.getParent().getFileName()).resolve(name);
        contains(TOLERANT.readTree(Files.readString(golden)), TOLERANT.readTree(Files.readString(file)), "");
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_of_a_later_release_is_read_without_what_is_new_in_it(Class<?> type) throws IOException {
        Object event = Specimens.of(type);
        JsonNode later = grown(event);
        assertThat(later.has(OF_A_LATER_RELEASE)).isTrue();
        assertThat(TOLERANT.treeToValue(later, type.getInterfaces()[0])).isEqualTo(event);
    }

    /** All members of the former are in the other, of the same value; specimens never change. */
    private static void contains(JsonNode now, JsonNode former, String place) {
        assertThat(now.getNodeType()).as(place).isEqualTo(former.getNodeType());
        if (former.isArray()) {
            assertThat(now.size()).as(place).isEqualTo(former.size());
            for (int i = 0; i < former.size(); i++) {
                contains(now.get(i), former.get(i), place + "/" + i);
            }
        } else if (former.isObject()) {
            former.properties().forEach(member -> {
                assertThat(now.has(member.getKey()))
                        .as(place + "/" + member.getKey())
                        .isTrue();
                contains(now.get(member.getKey()), member.getValue(), place + "/" + member.getKey());
            });
        } else {
            assertThat(now.asText()).as(place).isEqualTo(former.asText());
        }
    }

    /** A record as a later release might write it: each object in it has one more member. */
    private static JsonNode grown(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode all = TOLERANT.createArrayNode();
            list.forEach(each -> all.add(grown(each)));
            return all;
        }
        JsonNode json = TOLERANT.valueToTree(value);
        if (!(json instanceof ObjectNode object) || !(value instanceof Record)) {
            return json;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (object.has(component.getName())) {
                object.set(component.getName(), grown(component(value, component)));
            }
        }
        return object.put(OF_A_LATER_RELEASE, 1);
    }

    private static Object component(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}
