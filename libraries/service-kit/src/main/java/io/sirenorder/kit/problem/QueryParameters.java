package io.sirenorder.kit.problem;

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
    /** Null leaves it to the framework: what is in a path, and what is a text anyway. */
    @Override
    @SuppressWarnings("unchecked") // a reader of int gives Integers, for which Java has no common type
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return (ParamConverter<T>) name(annotations)
                .flatMap(name -> TextReader.of(type).map(reader -> new Parameter(name, reader)))
                .orElse(null);
    }

    private static Optional<String> name(Annotation... annotations) {
        return Stream.of(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
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
