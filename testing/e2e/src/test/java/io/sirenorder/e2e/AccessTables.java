package io.sirenorder.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The answers of each operation by the kind of its caller, as {@code docs/access} has them. */
record AccessTables(Map<String, Map<String, String>> rows) {
    private static final Path DIRECTORY = Path.of("..", "..", "docs", "access");
    private static final String HEAD = "operation";

    static AccessTables read() {
        Map<String, Map<String, String>> rows = new HashMap<>();
        try (Stream<Path> tables = Files.list(DIRECTORY)) {
            for (Path table : tables.toList()) {
                List<List<String>> cells = Files.readAllLines(table).stream()
                        .filter(line -> line.startsWith("| "))
                        .map(AccessTables::cells)
                        .toList();
                List<String> callers = cells.get(0);
                cells.stream()
                        .filter(row -> !row.get(0).equals(HEAD))
                        .forEach(row -> rows.computeIfAbsent(row.get(0), operation -> new HashMap<>())
                                .putAll(byCaller(callers, row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AccessTables(rows);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(2).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static Map<String, String> byCaller(List<String> callers, List<String> row) {
        Map<String, String> answers = new HashMap<>();
        for (int i = 1; i < row.size(); i++) {
            answers.put(callers.get(i), row.get(i));
        }
        return answers;
    }

    /** Whether the operation is not for callers of that kind at all. */
    boolean forbids(PublicOperation operation, String caller) {
        return "403".equals(rows.getOrDefault(operation.name(), Map.of()).get(caller));
    }
}
