package io.sirenorder.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sirenorder.local.process.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the command lines of services that run as their images do, and the place in which they run. */
class ImagePlaceTest {
    private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
    private static final ServiceJvm JVM = ServiceJvm.in(Path.of(System.getProperty("java.home")));

    private final Path directory = Path.of("target", "as-image").toAbsolutePath();

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(directory);
    }

    @Test
    void a_service_starts_by_the_entry_point_of_the_dockerfile_and_within_the_memory_of_its_deployment() {
        List<String> command = new Image(HOME, Service.GATEWAY).command("gateway-1", JVM, List.of("-Da=b"));
        assertTrue(command.containsAll(List.of("-XX:MaxRAMPercentage=40", "-XX:MaxRAM=2048m", "-Da=b")));
        assertEquals(List.of("-jar", "quarkus-run.jar"), command.subList(command.size() - 2, command.size()));
        assertEquals(768, new Image(HOME, Service.STORE).limitMib());
    }

    @Test
    void options_that_are_added_later_are_the_jvms() {
        List<String> command = new Image(HOME, Service.STORE).command("store-1", JVM, List.of());
        List<String> more = new Child(command, Map.of(), HOME, directory.resolve("log"))
                .withOptions("-Dlate=1")
                .command();
        assertEquals(more.indexOf(JVM.home().resolve("bin/java").toString()) + 1, more.indexOf("-Dlate=1"));
    }

    @Test
    void a_program_can_write_to_tmp_alone_and_has_neither_capabilities_nor_a_way_to_new_privileges() throws Exception {
        String said = inItsPlace("id -u; touch " + directory + "/a || echo read-only; touch /tmp/a && echo tmp;"
                + " grep -E 'CapEff|NoNewPrivs' /proc/self/status; df -k /tmp | tail -1");
        assertTrue(said.startsWith("10001"), said);
        assertTrue(said.contains("read-only") && said.contains("tmp\n"), said);
        assertTrue(said.contains("CapEff:\t0000000000000000") && said.contains("NoNewPrivs:\t1"), said);
        assertTrue(said.contains(" 65536 "), said);
        assertFalse(Files.exists(directory.resolve("a")), said);
    }

    private String inItsPlace(String script) throws Exception {
        Path place = HOME.resolve("deploy/local/as-image.sh");
        Process program = new ProcessBuilder(place.toString(), "test", "256", directory.toString(), "sh", "-c", script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(program.waitFor(20, TimeUnit.SECONDS));
        assumeTrue(!said.isEmpty(), "SKIPPED: this machine gives no user and mount namespaces");
        return said;
    }
}
