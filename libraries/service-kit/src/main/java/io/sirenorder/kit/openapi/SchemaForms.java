package io.sirenorder.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Forms of schemas that generators of clients read alike.
 *
 * @param named the named schemas of the document
 */
record SchemaForms(Map<String, Schema> named) {
    private static final String PREFIX = "#/components/schemas/";
    /** Types of the JDK that a document writes as text of a format. */
    private static final Set<String> PLAIN = Set.of("Instant", "LocalDate", "UUID", "Object");

    /** The name of the schema that is referred to, or null. */
    static String referredTo(Schema schema) {
        String ref = schema.getRef();
        return ref != null && ref.startsWith(PREFIX) ? ref.substring(PREFIX.length()) : null;
    }

    static String referenceTo(String name) {
        return PREFIX + name;
    }

    /** The same, or null. */
    static Schema nullable(Schema schema) {
        Schema nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(OASFactory.createSchema().ref(schema.getRef()), nothing));
        }
        if (schema.getType() == null || schema.getType().contains(Schema.SchemaType.NULL)) {
            return schema;
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().contains(null)) {
            return OASFactory.createSchema().anyOf(List.of(schema, nothing));
        }
        return schema.addType(Schema.SchemaType.NULL);
    }

    /** A copy that can be changed on its own, but for its parts. */
    static Schema copy(Schema schema) {
        Schema copy = OASFactory.createSchema();
        schema.getAll().forEach(copy::set);
        return copy;
    }

    static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values(),
                        schema.getAllOf(),
                        schema.getAnyOf(),
                        schema.getOneOf(),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                                .filter(Objects::nonNull)
                                .toList())
                .filter(Objects::nonNull)
                .flatMap(parts -> parts.stream());
    }

    /** The schema without references to plain types. */
    Schema inline(Schema schema) {
        if (schema == null) {
            return null;
        }
        String name = referredTo(schema);
        if (name == null) {
            inlineParts(schema);
            return schema;
        }
        Schema plain = PLAIN.contains(name) ? named.get(name) : null;
        if (plain == null) {
            schema.setType(null);
            return schema;
        }
        return OASFactory.createSchema()
                .type(plain.getType() == null ? null : List.copyOf(plain.getType()))
                .format(plain.getFormat())
                .description(schema.getDescription());
    }

    void inlineParts(Schema schema) {
        if (schema.getProperties() != null) {
            Map.copyOf(schema.getProperties()).forEach((name, its) -> schema.addProperty(name, inline(its)));
        }
        schema.setItems(inline(schema.getItems()));
        if (schema.getAdditionalPropertiesSchema() != null) {
            schema.setAdditionalPropertiesSchema(inline(schema.getAdditionalPropertiesSchema()));
        }
        parts(schema).forEach(part -> {
            if (part.getRef() == null) {
                inlineParts(part);
            }
        });
    }
}
