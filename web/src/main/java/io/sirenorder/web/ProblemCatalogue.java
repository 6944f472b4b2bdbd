package io.sirenorder.web;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The problems of all services by code, read from the catalogues of {@code docs/problems}, which the build puts beside the pages. */
final class ProblemCatalogue {
    private static final String ROOT = "problems";
    private static final Pattern ROW = Pattern.compile(
            "^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\| \\*\\*(.+?)\\*\\* (.+?) \\| \\*\\*(.+?)\\*\\* (.+?) \\|$",
            Pattern.MULTILINE);

    private final SortedMap<String, List<ProblemCase>> cases = new TreeMap<>();

    private ProblemCatalogue() {}

    static ProblemCatalogue load() throws IOException {
        ProblemCatalogue catalogue = new ProblemCatalogue();
        ClassPathUtils.consumeAsPaths(ROOT, catalogue::read);
        if (catalogue.cases.isEmpty()) {
            throw new IllegalStateException("no catalogue of problems is in the class path");
        }
        return catalogue;
    }

    /** In the order of their codes; a code has one case for each wording. */
    SortedMap<String, List<ProblemCase>> cases() {
        return cases;
    }

    private void read(Path root) {
        try (Stream<Path> files = Files.list(root)) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(this::readRows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readRows(Path file) {
        String service = file.getFileName().toString().replace(".md", "");
        try {
            ROW.matcher(Files.readString(file)).results().forEach(row -> add(row.group(1), of(row, service)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemCase of(MatchResult row, String service) {
        return new ProblemCase(
                Integer.parseInt(row.group(2)),
                Map.of(
                        "ko", new ProblemCase.Text(row.group(3), row.group(4)),
                        "en", new ProblemCase.Text(row.group(5), row.group(6))),
                Set.of(service));
    }

    private void add(String code, ProblemCase one) {
        List<ProblemCase> known = cases.computeIfAbsent(code, unknown -> new ArrayList<>());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).isToldLike(one)) {
                known.set(i, known.get(i).alsoIn(one));
                return;
            }
        }
        known.add(one);
    }
}
