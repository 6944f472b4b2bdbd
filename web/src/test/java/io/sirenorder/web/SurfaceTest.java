package io.sirenorder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Paths and frames that the pages use, against those that the services document. */
class SurfaceTest {
    private static final Pattern PATH = Pattern.compile("[`'\"](/[a-z][a-zA-Z.-]*(?:/[^`'\"?\\s<>]*)?)[`'\"?]");
    private static final Pattern DOCUMENTED = Pattern.compile("^  (/[^:\\s]*):\\s*$", Pattern.MULTILINE);
    private static final Pattern FRAME =
            Pattern.compile("['\"]((?:session|order|store|gift|coupon|menu)\\.[a-z.-]+)['\"]");
    private static final Pattern SOCKET = Pattern.compile("^    address: (/\\S+)$", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED_FRAME =
            Pattern.compile("^    ([a-z]+\\.[a-z.-]+):\\s*$", Pattern.MULTILINE);
    /** Paths that this program serves itself, and those that an issuer documents. */
    private static final Set<String> OWN = Set.of("/assets", "/till", "/shop", "/operator", "/.well-known");

    @Test
    void every_path_that_a_page_calls_is_documented() {
        Set<String> documented = documents("openapi")
                .flatMap(text -> DOCUMENTED.matcher(text).results().map(found -> found.group(1)))
                .map(SurfaceTest::shape)
                .collect(Collectors.toSet());
        documents("asyncapi")
                .flatMap(text -> SOCKET.matcher(text).results().map(found -> found.group(1)))
                .forEach(documented::add);
        assertThat(documented).contains("/orders/{}", "/sessions", "/ws/merchant");
        assertThat(used(PATH, SurfaceTest::isOurs, SurfaceTest::shape, documented))
                .isEmpty();
    }

    @Test
    void every_frame_that_a_page_says_or_hears_is_documented() {
        Set<String> documented = documents("asyncapi")
                .flatMap(text -> DOCUMENTED_FRAME.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
        assertThat(documented).contains("order.placed", "session.welcome");
        assertThat(used(FRAME, frame -> true, frame -> frame, documented)).isEmpty();
    }

    private static Map<String, Set<String>> used(
            Pattern pattern, Predicate<String> ours, UnaryOperator<String> shape, Set<String> documented) {
        Map<String, Set<String>> unknown = new TreeMap<>();
        PagesOnDisk.scripts().forEach((name, source) -> {
            Set<String> found = pattern.matcher(source)
                    .results()
                    .map(match -> match.group(1))
                    .filter(ours)
                    .map(shape)
                    .filter(path -> !documented.contains(path))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!found.isEmpty() && !name.endsWith("/sw.js")) {
                unknown.put(name, found);
            }
        });
        return unknown;
    }

    private static boolean isOurs(String path) {
        return OWN.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    /** {@code /orders/${id}} and {@code /orders/{orderId}} are the same. */
    private static String shape(String path) {
        return path.replaceAll("\\$?\\{[^}]*}", "{}");
    }

    private static Stream<String> documents(String kind) {
        return PagesOnDisk.below(PagesOnDisk.REPOSITORY.resolve("docs").resolve(kind), ".yaml")
                .map(PagesOnDisk::text);
    }
}
