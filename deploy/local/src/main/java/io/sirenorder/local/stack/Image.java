package io.sirenorder.local.stack;

import io.sirenorder.local.process.TextFile;
import io.vertx.core.json.JsonArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program as its container image starts it: entry point and variables of the Dockerfile, limit of the Deployment. */
record Image(Path home, Service service) {
    private static final Path KUBERNETES = Path.of("deploy/kubernetes");
    private static final Pattern ENTRY_POINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$");
    private static final Pattern LIMIT = Pattern.compile("limits: \\{memory: (\\d+)(Mi|Gi)");
    private static final int MIB_OF_GIB = 1024;

    /** The command that runs an instance in namespaces of its own; {@code options} are further ones of its JVM. */
    List<String> command(String instance, List<String> options) {
        List<String> entryPoint = entryPoint();
        List<String> words = new ArrayList<>(List.of(
                home.resolve("deploy/local/as-image.sh").toString(),
                instance,
                Integer.toString(limitMib()),
                home.resolve(service.module()).resolve("target/quarkus-app").toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(entryPoint.subList(1, entryPoint.size() - 2));
        words.add("-XX:MaxRAM=" + limitMib() + "m"); // also where this machine lets us set no limit
        words.addAll(options);
        words.addAll(entryPoint.subList(entryPoint.size() - 2, entryPoint.size()));
        return words;
    }

    /** What the image sets beside the entry point. */
    Map<String, String> environment() {
        return Map.of("MALLOC_ARENA_MAX", "2");
    }

    List<String> entryPoint() {
        String line =
                first(ENTRY_POINT, KUBERNETES.resolve("images/Dockerfile")).group(1);
        return new JsonArray(line).stream().map(String::valueOf).toList();
    }

    int limitMib() {
        Matcher limit = first(LIMIT, KUBERNETES.resolve("base").resolve(service.module() + ".yaml"));
        return Integer.parseInt(limit.group(1)) * (limit.group(2).equals("Gi") ? MIB_OF_GIB : 1);
    }

    private Matcher first(Pattern pattern, Path file) {
        Matcher found = pattern.matcher(TextFile.read(home.resolve(file)));
        if (!found.find()) {
            throw new IllegalStateException(file + " has no " + pattern);
        }
        return found;
    }
}
