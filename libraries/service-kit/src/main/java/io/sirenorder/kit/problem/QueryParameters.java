package io.sirenorder.kit.problem;

import io.sirenorder.kit.text.Pasted;
import io.sirenorder.kit.text.Text;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads query parameters: one that can't be read is 404 to JAX-RS, while to us only a path can be unknown. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class QueryParameters implements ParamConverterProvider {
    /** Null leaves a parameter to the framework: what is in a path, and types without a reader. */
    @Override
    @SuppressWarnings("unchecked") // a reader of int gives Integers, for which Java has no common type
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return (ParamConverter<T>) name(annotations)
                .flatMap(name -> type == String.class
                        ? Optional.of(new TextParameter(name, isPasted(annotations)))
                        : TextReader.of(type).map(reader -> new Parameter(name, reader)))
                .orElse(null);
    }

    private static boolean isPasted(Annotation... annotations) {
        return Stream.of(annotations).anyMatch(Pasted.class::isInstance);
    }

    private static Optional<String> name(Annotation... annotations) {
        return Stream.of(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
    }

    /** A text as query parameter of that name. */
    private record TextParameter(String name, boolean pasted) implements ParamConverter<Object> {
        @Override
        public Object fromString(String text) {
            return text == null ? null : fit(pasted ? Text.pasted(text) : text);
        }

        private String fit(String text) {
            Text.flaw(text, Text.Form.ONE_LINE).ifPresent(flaw -> {
                throw new InvalidRequest(name, flaw);
            });
            return text;
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }

    /** A query parameter of that name. */
    private record Parameter(String name, Function<String, ?> reader) implements ParamConverter<Object> {
        @Override
        public Object fromString(String text) {
            try {
                return text == null ? null : reader.apply(text);
            } catch (IllegalArgumentException unreadable) {
                throw new InvalidRequest(name, "is not valid");
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
