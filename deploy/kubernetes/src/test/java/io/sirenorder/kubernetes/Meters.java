package io.sirenorder.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Meters that the sources of the programs register, each with the words of the file that makes it. */
final class Meters {
    private static final Pattern METER = Pattern.compile("\"(siren\\.[a-z._]+)\"");
    private static final Pattern SERIES = Pattern.compile("\\bsiren_[a-z_]+");
    private static final Pattern WORD = Pattern.compile("\"([a-z_]+)\"");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!=|!~|=)\"");
    private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");
    /** Labels that the scraper or the kind of meter adds. */
    private static final Set<String> OF_ALL = Set.of("namespace", "pod", "job", "instance", "le", "quantile");

    /** Filters of requests are made with the program, too. */
    private static final Pattern AT_START =
            Pattern.compile("(?m)^@Startup$|@Observes StartupEvent|^ +@ServerResponseFilter$");

    private static final Pattern MADE = Pattern.compile("new (\\w+)\\(");
    private static final Pattern TYPE = Pattern.compile("(?m)^[a-z ]*(?:class|record) (\\w+)");

    private final Map<String, Set<String>> words = new HashMap<>();
    /** Types that name a meter, by its name. */
    private final Map<String, Set<String>> makers = new HashMap<>();
    /** Types that begin with the program, or that such a type makes. */
    private final Set<String> early = new TreeSet<>();

    Meters() {
        Repository.sourceFiles(
                        "feed-kit",
                        "service-kit",
                        "merchant-service",
                        "store-service",
                        "coupon-service",
                        "payment-service",
                        "notification-gateway")
                .forEach(this::read);
    }

    private void read(String source) {
        Set<String> said = found(WORD, source);
        found(METER, source)
                .forEach(meter -> words.computeIfAbsent(nameOf(meter), key -> new TreeSet<>())
                        .addAll(said));
        Set<String> types = found(TYPE, source);
        found(METER, source)
                .forEach(meter -> makers.computeIfAbsent(nameOf(meter), key -> new TreeSet<>())
                        .addAll(types));
        if (AT_START.matcher(source).find()) {
            early.addAll(types);
            early.addAll(found(MADE, source));
        }
    }

    private static String nameOf(String meter) {
        return meter.replace('.', '_').replaceAll("_(seconds|total)$", "");
    }

    static Set<String> series(String expression) {
        return SERIES.matcher(expression).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    boolean has(String series) {
        return words.containsKey(base(series));
    }

    /** Whether a program registers it when it starts, and not when something happens for the first time. */
    boolean isThereFromTheStart(String series) {
        return makers.getOrDefault(base(series), Set.of()).stream().anyMatch(early::contains);
    }

    /** The labels of ours that an expression asks by and that the meter does not have. */
    Set<String> unknownLabels(String expression) {
        Set<String> asked = found(LABEL, expression);
        GROUPED.matcher(expression)
                .results()
                .forEach(grouped -> asked.addAll(List.of(grouped.group(1).split(", *"))));
        asked.removeAll(OF_ALL);
        series(expression).forEach(series -> asked.removeAll(words.getOrDefault(base(series), Set.of())));
        return asked;
    }

    private static String base(String series) {
        return series.replaceAll("_(total|bucket|count|sum)$", "").replaceAll("_seconds$", "");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
