package io.sirenorder.contracts;

import io.sirenorder.contracts.store.OrderStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of each thing that crosses a wire, always the same. */
final class Specimens {
    private static final Map<Type, Object> VALUES = Map.ofEntries(
            Map.entry(UUID.class, UUID.fromString("0190a0a0-1234-7000-8000-0123456789ab")),
            Map.entry(Instant.class, Instant.parse("2026-11-22T03:04:05.678901Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-11-22")),
            Map.entry(Krw.class, new Krw(4_500)),
            Map.entry(MenuItemId.class, new MenuItemId("caffe-latte")),
            Map.entry(Recipient.class, Recipient.fromString("buyer:0190a0a0-1234-8000-8000-0123456789ab")),
            Map.entry(OrderStatus.class, OrderStatus.WAITING),
            Map.entry(int.class, 2),
            Map.entry(long.class, 3L),
            Map.entry(Long.class, 3L),
            Map.entry(boolean.class, true),
            Map.entry(Integer.class, 2),
            Map.entry(Boolean.class, true));

    private Specimens() {}

    /** A record of that type, all of whose components are set. */
    static Object of(Class<?> type) {
        return value(type, type.getSimpleName());
    }

    private static Object value(Type type, String name) {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type);
        }
        if (type == String.class) {
            return name;
        }
        if (type == double.class) {
            return 37.5;
        }
        return type instanceof ParameterizedType generic ? collection(generic, name) : composed((Class<?>) type);
    }

    private static Object collection(ParameterizedType type, String name) {
        Type[] arguments = type.getActualTypeArguments();
        return type.getRawType() == List.class
                ? List.of(value(arguments[0], name))
                : Map.of(value(arguments[0], "key"), value(arguments[1], name));
    }

    private static Object composed(Class<?> type) {
        return type.isEnum() ? type.getEnumConstants()[0] : record(type);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), component.getName()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("no specimen of " + type, e);
        }
    }
}
