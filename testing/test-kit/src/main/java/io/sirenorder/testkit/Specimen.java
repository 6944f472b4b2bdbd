package io.sirenorder.testkit;

import io.sirenorder.contracts.MenuItemId;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** An instance of a class, made through its constructor with values of the types that it wants. */
final class Specimen {
    private static final String TEXT = "specimen";
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Object.class, TEXT),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(double.class, 1.0),
            Map.entry(UUID.class, new UUID(0, 0)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(Throwable.class, new IllegalStateException(TEXT)),
            Map.entry(Exception.class, new IllegalStateException(TEXT)));

    private Specimen() {}

    static <T> T of(Class<T> type) {
        return Stream.of(type.getDeclaredConstructors())
                .sorted(Comparator.comparingInt(Constructor::getParameterCount))
                .map(Specimen::make)
                .flatMap(Optional::stream)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no way to make a " + type.getName()));
    }

    /** Empty if the constructor does not like what it gets. */
    private static Optional<Object> make(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(Specimen::value)
                    .toArray();
            return Optional.of(constructor.newInstance(arguments));
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }

    private static Object value(Class<?> type) {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type == MenuItemId.class) {
            return new MenuItemId(TEXT);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : type.isRecord() ? of(type) : null;
    }
}
