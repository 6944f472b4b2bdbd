package io.sirenorder.kit.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** The records of the program by the names of their schemas: their annotations say which members may be null. */
final class DocumentedRecords {
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    private final IndexView index;
    private final Map<String, List<ClassInfo>> byName = new HashMap<>();

    private DocumentedRecords(IndexView index) {
        this.index = index;
    }

    static DocumentedRecords of(IndexView index) {
        DocumentedRecords records = new DocumentedRecords(index);
        index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .forEach(type -> records.byName
                        .computeIfAbsent(nameOf(type), name -> new ArrayList<>())
                        .add(type));
        return records;
    }

    /** Members of the record behind a schema that has at most these properties; none where the schema is of no record. */
    Map<String, Member> members(String schema, Set<String> properties) {
        return byName.entrySet().stream()
                .filter(entry -> isOf(schema, entry.getKey(), entry.getValue()))
                .flatMap(entry -> entry.getValue().stream())
                .map(this::members)
                .filter(members -> members.keySet().containsAll(properties))
                .findFirst()
                .orElse(Map.of());
    }

    /** A generic record's schema has the name of the argument at its end: {@code Page<OrderView>} is PageOrderView. */
    private static boolean isOf(String schema, String name, List<ClassInfo> types) {
        boolean generic = types.stream().anyMatch(type -> !type.typeParameters().isEmpty());
        return schema.equals(name) || (generic && schema.startsWith(name));
    }

    private Map<String, Member> members(ClassInfo type) {
        Map<String, Member> members = new LinkedHashMap<>();
        type.recordComponentsInDeclarationOrder().forEach(component -> {
            FieldInfo field = type.field(component.name());
            ClassInfo inner = field.hasAnnotation(UNWRAPPED)
                    ? index.getClassByName(field.type().name())
                    : null;
            if (inner == null) {
                members.put(component.name(), Member.of(field));
            } else {
                members.putAll(members(inner));
            }
        });
        return members;
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
