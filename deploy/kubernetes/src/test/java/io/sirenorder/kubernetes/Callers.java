package io.sirenorder.kubernetes;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Callers of the operations behind each route, as {@code docs/access} has them from the running services. */
final class Callers {
    private static final Path TABLES = Repository.ROOT.resolve("docs/access");
    /** Cells: no token, buyer, merchant, other merchant, operator, service. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `[A-Z]+ (/[^`]*)` \\| (.+) \\|$");

    private static final Pattern OF_OPERATORS = Pattern.compile("401 \\| 403 \\| 403 \\| 403 \\| (?!403)\\w+ \\| 403");

    private Callers() {}

    /** Prefixes of the routing table behind which there are operations, each of operators alone. */
    static Set<String> prefixesOfOperatorsAlone() {
        Set<String> of = prefixes(cells -> OF_OPERATORS.matcher(cells).matches());
        of.removeAll(prefixes(cells -> !OF_OPERATORS.matcher(cells).matches()));
        return of;
    }

    private static Set<String> prefixes(Predicate<String> cells) {
        return Repository.files(TABLES, ".md").stream()
                .flatMap(table -> paths(table, cells))
                .flatMap(Callers::route)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> paths(Path table, Predicate<String> cells) {
        String service = table.getFileName().toString().replace(".md", "");
        return ROW.matcher(Repository.text(table))
                .results()
                .filter(row -> cells.test(row.group(2)))
                .map(row -> row.group(1).replace("{service}", service));
    }

    private static Stream<String> route(String path) {
        return Routes.ofFrontDoor().keySet().stream()
                .filter(prefix -> (path + "/").startsWith(prefix + "/"))
                .sorted((one, other) -> other.length() - one.length())
                .limit(1);
    }
}
