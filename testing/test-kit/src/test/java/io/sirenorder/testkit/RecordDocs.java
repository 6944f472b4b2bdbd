package io.sirenorder.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Javadoc of the records behind schemas: a client developer reads the same as the next one who changes the record. */
final class RecordDocs {
    private static final Pattern RECORD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/((?:(?!/\\*\\*)[^;{}])*?)\\brecord (\\w+)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("@Schema\\(\\s*name = \"(\\w+)\"");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+ (?:[\\w.]*#)?([^}]*)}");
    private static final Pattern PARAM = Pattern.compile("(\\w+) (.*)");

    /**
     * Javadoc of a record.
     *
     * @param file the source, in which a member of the record is looked for
     */
    private record Doc(String text, Map<String, String> params, String file) {
        boolean isOf(JsonNode properties) {
            return properties.properties().stream().allMatch(member -> file.contains(" " + member.getKey()));
        }
    }

    private final Map<String, List<Doc>> byName = new TreeMap<>();

    private RecordDocs() {}

    static RecordDocs ofRepository() {
        RecordDocs docs = new RecordDocs();
        try (Stream<Path> files = Files.walk(Docs.root())) {
            files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                    .filter(file -> !file.toString().contains("/testing/"))
                    .sorted()
                    .forEach(docs::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return docs;
    }

    private void read(Path file) {
        String source = text(file);
        for (Matcher found = RECORD.matcher(source); found.find(); ) {
            Matcher own = NAME.matcher(found.group(2));
            String name = own.find() ? own.group(1) : found.group(3);
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(doc(found.group(1), source));
        }
    }

    private static Doc doc(String comment, String source) {
        String plain =
                INLINE.matcher(comment.replaceAll("\\s*\\n\\s*\\* ?", " ")).replaceAll("`$1`");
        String[] parts = plain.strip().split("\\s*@param ");
        Map<String, String> params = new LinkedHashMap<>();
        Stream.of(parts)
                .skip(1)
                .map(PARAM::matcher)
                .filter(Matcher::matches)
                .forEach(param -> params.put(param.group(1), param.group(2).strip()));
        return new Doc(parts[0].strip(), params, source);
    }

    /** Adds what the schemas do not say themselves. */
    void describe(ObjectNode schemas) {
        schemas.properties()
                .forEach(schema -> byName.getOrDefault(schema.getKey(), List.of()).stream()
                        .filter(doc -> doc.isOf(schema.getValue().path("properties")))
                        .findFirst()
                        .ifPresent(doc -> describe((ObjectNode) schema.getValue(), doc)));
    }

    private static void describe(ObjectNode schema, Doc doc) {
        if (!schema.has("description")) {
            schema.put("description", doc.text());
        }
        doc.params().forEach((member, text) -> {
            if (schema.path("properties").path(member) instanceof ObjectNode property && !property.has("description")) {
                property.put("description", text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
            }
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
