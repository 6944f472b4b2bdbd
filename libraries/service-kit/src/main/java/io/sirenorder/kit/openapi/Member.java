package io.sirenorder.kit.openapi;

import io.sirenorder.kit.text.OneLine;
import io.sirenorder.kit.text.Paragraph;
import java.util.List;
import java.util.Objects;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Type;

/**
 * A member of a record on the wire.
 *
 * @param nullable whether it may be null in Java
 * @param omitted whether it is left out then, instead of being written as null
 * @param primitive whether no request can leave it out
 * @param characters the most that a text may have, 0 where there is no such rule
 */
record Member(boolean nullable, boolean omitted, boolean primitive, int characters) {
    static final Member UNKNOWN = new Member(false, false, false, 0);
    private static final DotName NULLABLE = DotName.createSimple("jakarta.annotation.Nullable");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

    private static final List<DotName> TEXTS =
            List.of(DotName.createSimple(OneLine.class), DotName.createSimple(Paragraph.class));

    static Member of(FieldInfo field) {
        return new Member(
                field.hasAnnotation(NULLABLE),
                omitsNull(field.annotation(INCLUDE))
                        || omitsNull(field.declaringClass().declaredAnnotation(INCLUDE)),
                field.type().kind() == Type.Kind.PRIMITIVE,
                TEXTS.stream()
                        .map(field::annotation)
                        .filter(Objects::nonNull)
                        .mapToInt(text -> text.value("max").asInt())
                        .findFirst()
                        .orElse(0));
    }

    private static boolean omitsNull(AnnotationInstance include) {
        AnnotationValue value = include == null ? null : include.value();
        return value != null && value.asEnum().equals("NON_NULL");
    }

    boolean isNullOnTheWire() {
        return nullable && !omitted;
    }

    boolean isAlwaysThere() {
        return !(nullable && omitted);
    }
}
