package io.sirenorder.local.stack;

import io.sirenorder.local.process.TextFile;
import io.vertx.core.json.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service as its container image starts it: entry point and variables of the Dockerfile, memory of the Deployment.
 *
 * @param home of the repository
 */
record Image(Path home, Service service) {
    /** Environment that the image sets beside its entry point. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final Path KUBERNETES = Path.of("deploy/kubernetes");
    private static final Pattern ENTRY_POINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$");
    private static final Pattern LIMIT = Pattern.compile("limits: \\{memory: (\\d+)(Mi|Gi)");
    private static final int MIB_OF_GIB = 1024;

    /**
     * The command that runs an instance in namespaces of its own.
     *
     * @param options further ones of its JVM
     */
    List<String> command(String instance, ServiceJvm jvm, List<String> options) {
        Path application = home.resolve(service.module()).resolve("target/quarkus-app");
        List<String> entryPoint = entryPoint();
        int program = entryPoint.size() - 2;
        List<String> words = new ArrayList<>(List.of(
                home.resolve("deploy/local/as-image.sh").toString(),
                instance,
                Integer.toString(limitMib()),
                application.toString(),
                jvm.home().resolve("bin/java").toString()));
        words.addAll(entryPoint.subList(1, program));
        words.add("-XX:MaxRAM=" + limitMib() + "m"); // also where this machine lets us set no limit
        if (jvm.readsCaches() && Files.exists(application.resolve(ServiceJvm.CACHE))) {
            words.add("-XX:AOTCache=" + ServiceJvm.CACHE);
        }
        words.addAll(options);
        words.addAll(entryPoint.subList(program, entryPoint.size()));
        return words;
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
