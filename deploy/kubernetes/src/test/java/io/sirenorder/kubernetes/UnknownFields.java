package io.sirenorder.kubernetes;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds what a cluster would refuse or overlook: fields of a manifest that its kind does not have. */
final class UnknownFields {
    private static final String KEPT_ASIDE = "additionalProperties";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    static List<String> in(Object manifest) {
        UnknownFields search = new UnknownFields();
        search.look(manifest, manifest.getClass().getSimpleName());
        return search.found;
    }

    private void look(Object value, String path) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> look(one, path + "[]"));
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, one) -> look(one, path + "." + key));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
            for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    lookInto(value, field, path);
                }
            }
        }
    }

    private void lookInto(Object owner, Field field, String path) {
        if (Modifier.isStatic(field.getModifiers())
                || field.getType().isPrimitive()
                || field.getType().isEnum()) {
            return;
        }
        field.setAccessible(true);
        try {
            Object value = field.get(owner);
            if (field.getName().equals(KEPT_ASIDE)) {
                if (value instanceof Map<?, ?> unknown) {
                    unknown.keySet().forEach(name -> found.add(path + "." + name));
                }
            } else {
                look(value, path + "." + field.getName());
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
