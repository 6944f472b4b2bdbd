package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sirenorder.contracts.notification.ServerMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All that crosses wires, found in the compiled classes so that none can be forgotten. */
final class Wire {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final Path CLASSES = Path.of("target/classes");

    private Wire() {}

    /** The families of events, one sealed interface each. */
    static List<Class<?>> eventFamilies() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith("Event.class"))
                    .map(Wire::type)
                    .filter(type -> type != Event.class && Event.class.isAssignableFrom(type))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String file) {
        String name = CLASSES.relativize(Path.of(file)).toString();
        try {
            return Class.forName(name.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Class<?>> events() {
        return eventFamilies().stream().flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    static Stream<Class<?>> messages() {
        return Stream.of(ServerMessage.class.getPermittedSubclasses());
    }

    static String name(Class<?> event) {
        return event.getAnnotation(JsonTypeName.class).value();
    }
}
