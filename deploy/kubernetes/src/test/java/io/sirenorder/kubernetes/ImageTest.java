package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one Dockerfile, as far as it can be held against this machine. */
class ImageTest {
    private static final String DOCKERFILE = Repository.text(Repository.KUBERNETES.resolve("images/Dockerfile"));

    @Test
    void every_option_of_the_entry_point_is_one_that_java_knows() throws Exception {
        List<String> command = new ArrayList<>(entryPoint());
        assertThat(command).startsWith("java").endsWith("-jar", "quarkus-run.jar");
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.subList(command.size() - 2, command.size()).clear();
        command.add("-version");
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("warning");
    }

    @Test
    void memory_and_processors_are_bounded() throws Exception {
        assertThat(entryPoint())
                .anyMatch(option -> option.startsWith("-XX:MaxRAMPercentage="))
                .anyMatch(option -> option.startsWith("-XX:ActiveProcessorCount="))
                .anyMatch(option -> option.startsWith("-XX:MaxDirectMemorySize="))
                .anyMatch(option -> option.startsWith("-XX:ReservedCodeCacheSize="))
                .contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(DOCKERFILE).contains("ENV MALLOC_ARENA_MAX=");
    }

    @Test
    void the_user_is_the_one_that_the_pods_run_as() {
        assertThat(DOCKERFILE).contains("USER 10001:10001");
        assertThat(Repository.text(Repository.KUBERNETES.resolve("base/pod-patch.yaml")))
                .contains("runAsUser: 10001")
                .contains("runAsGroup: 10001");
    }

    private static List<String> entryPoint() throws JsonProcessingException {
        String line = DOCKERFILE
                .lines()
                .filter(one -> one.startsWith("ENTRYPOINT "))
                .findFirst()
                .orElseThrow();
        return Arrays.asList(new ObjectMapper().readValue(line.substring("ENTRYPOINT ".length()), String[].class));
    }
}
