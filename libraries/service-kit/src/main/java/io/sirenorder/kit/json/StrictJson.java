package io.sirenorder.kit.json;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.sirenorder.kit.time.Moments;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads clients' JSON strictly: known fields, exact types, no guesses. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 10_000;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_NAME = 100;
    private static final List<LogicalType> NUMBERS = List.of(LogicalType.Integer, LogicalType.Float);

    /** After all others, so that nothing is made lenient again. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.getFactory().setStreamReadConstraints(limits());
        mapper.registerModule(new SimpleModule("strict values")
                .addDeserializer(Instant.class, new TextualTime<>(Instant.class, Moments::parse))
                .addDeserializer(Duration.class, new TextualTime<>(Duration.class, Duration::parse))
                .addDeserializer(String.class, new FitText())
                .addKeyDeserializer(String.class, new FitKey())
                .addDeserializer(JsonNode.class, new FitTree()));
        refuseCoercions(mapper);
    }

    private static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_STRING)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .build();
    }

    private static void refuseCoercions(ObjectMapper mapper) {
        for (LogicalType number : NUMBERS) {
            refuse(mapper, number, CoercionInputShape.String, CoercionInputShape.Boolean);
        }
        refuse(mapper, LogicalType.Integer, CoercionInputShape.Float);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.String);
        refuse(
                mapper,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, Fail)
                .setCoercion(CoercionInputShape.EmptyArray, Fail);
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, Fail);
        }
        mapper.coercionConfigFor(type).setCoercion(CoercionInputShape.EmptyString, Fail);
    }
}
