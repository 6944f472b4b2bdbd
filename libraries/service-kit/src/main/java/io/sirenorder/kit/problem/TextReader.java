package io.sirenorder.kit.problem;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads texts as values of a type, by the type's own static {@code fromString} or {@code valueOf}. */
final class TextReader {
    private TextReader() {}

    /** Empty for a type that has neither. What it returns fails with an {@link IllegalArgumentException}. */
    static Optional<Function<String, ?>> of(Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        if (boxed == Boolean.class) {
            return Optional.of(TextReader::truth);
        }
        if (boxed == Integer.class) {
            return Optional.of(TextReader::number);
        }
        return Stream.of("fromString", "valueOf")
                .flatMap(name -> factory(boxed, name).stream())
                .findFirst()
                .map(factory -> text -> call(factory, text));
    }

    /** To the JDK {@code +1} and the digits of every script are numbers, too. */
    private static Integer number(String text) {
        if (!text.matches("-?[0-9]{1,10}")) {
            throw new IllegalArgumentException("not a number");
        }
        return Integer.valueOf(text);
    }

    /** To the JDK all nonsense is false; to the framework an absent one is 0. */
    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Optional<Method> factory(Class<?> type, String name) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getReturnType() == type)
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == String.class)
                .filter(Method::trySetAccessible)
                .findFirst();
    }

    private static Object call(Method factory, String text) {
        try {
            return factory.invoke(null, text);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("not accessible any more: " + factory, e);
        }
    }
}
