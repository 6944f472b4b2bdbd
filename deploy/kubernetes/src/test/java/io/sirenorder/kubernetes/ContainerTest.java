package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * One image, built from the Dockerfile and run as its pod would be: read-only, without capabilities, as its user, within the
 * memory of its Deployment. {@code -Dsiren.engine} names the program that builds and runs it ({@code docker}, {@code podman},
 * {@code "podman --runtime runc"}), {@code -Dsiren.image.base} another base; web has to be packaged. Skipped without.
 */
class ContainerTest {
    private static final String IMAGE = "siren-order/web:container-test";
    private static final List<String> AS_IN_THE_POD = List.of(
            "--read-only",
            "--tmpfs=/tmp:size=64m,mode=1777",
            "--cap-drop=all",
            "--security-opt=no-new-privileges",
            "--memory=160m",
            "--network=host",
            "--ulimit=nofile=1024:1024",
            "--ulimit=nproc=1024:1024");
    private static final int MOST_TRIES = 120;
    private static final String CACHE = "app.aot";
    private static final String VERSION = "9.9.9-test";
    private static final String REVISION = "0123456789abcdef";
    private static final Path PACKAGE = Repository.ROOT.resolve("web/target/quarkus-app");

    private static String container;

    @BeforeAll
    static void build() throws Exception {
        if (System.getProperty("siren.engine") == null) {
            throw new TestAbortedException("SKIPPED: -Dsiren.engine names no program that runs containers");
        }
        assertThat(Files.exists(PACKAGE.resolve("quarkus-run.jar")))
                .as("web is packaged")
                .isTrue();
        List<String> build =
                new ArrayList<>(List.of("build", "-f", "deploy/kubernetes/images/Dockerfile", "-t", IMAGE));
        build.addAll(List.of("--build-arg", "VERSION=" + VERSION, "--build-arg", "REVISION=" + REVISION));
        if (Files.exists(PACKAGE.resolve(CACHE))) {
            build.addAll(List.of("--build-arg", "JAVA_OPTIONS=-XX:AOTCache=app.aot"));
        }
        String base = System.getProperty("siren.image.base");
        if (base != null) {
            build.addAll(List.of("--build-arg", "BASE=" + base));
        }
        build.add("web");
        engine(build);
    }

    @AfterAll
    static void remove() throws Exception {
        if (container != null) {
            engine(List.of("rm", "-f", container));
        }
    }

    @Test
    void the_process_is_user_10001_without_capabilities_and_with_no_way_to_get_any() throws Exception {
        List<String> look = new ArrayList<>(List.of("run", "--rm", "--entrypoint", "grep"));
        look.addAll(AS_IN_THE_POD);
        look.addAll(List.of(IMAGE, "-E", "^(Uid|Gid|CapEff|CapBnd|NoNewPrivs):", "/proc/self/status"));
        assertThat(engine(look).lines())
                .contains(
                        "Uid:\t10001\t10001\t10001\t10001",
                        "Gid:\t10001\t10001\t10001\t10001",
                        "CapEff:\t0000000000000000",
                        "CapBnd:\t0000000000000000",
                        "NoNewPrivs:\t1");
    }

    @Test
    void the_program_starts_with_its_cache_on_a_read_only_root_within_its_memory_and_answers() throws Exception {
        int port = freePort();
        List<String> start = new ArrayList<>(List.of("run", "-d"));
        start.addAll(AS_IN_THE_POD);
        start.addAll(List.of("-e", "QUARKUS_HTTP_HOST=127.0.0.1", "-e", "QUARKUS_HTTP_PORT=" + port));
        if (Files.exists(PACKAGE.resolve(CACHE))) { // a JVM that can't use it ends at once, instead of doing without
            start.addAll(List.of("-e", "JDK_JAVA_OPTIONS=-XX:AOTCache=app.aot -XX:AOTMode=on"));
        }
        start.add(IMAGE);
        container = engine(start).lines().reduce((former, latter) -> latter).orElseThrow();
        URI address = URI.create("http://127.0.0.1:" + port);
        assertThat(becomes(200, address.resolve("/q/health/ready")))
                .as(() -> logs())
                .isTrue();
        assertThat(status(address.resolve("/shop/"))).isEqualTo(200);
    }

    @Test
    void the_image_names_its_version_and_commit_and_holds_the_list_and_the_cache_that_the_build_made()
            throws Exception {
        assertThat(engine(List.of("inspect", "--format", "{{json .Config.Labels}}", IMAGE)))
                .contains("\"org.opencontainers.image.version\":\"" + VERSION + "\"")
                .contains("\"org.opencontainers.image.revision\":\"" + REVISION + "\"");
        List<String> look = new ArrayList<>(List.of("run", "--rm", "--entrypoint", "ls"));
        look.addAll(AS_IN_THE_POD);
        look.addAll(List.of(IMAGE, "/app"));
        List<String> inside = engine(look).lines().toList();
        for (String made : List.of("web-cyclonedx.json", CACHE)) {
            assertThat(inside.contains(made)).as(made).isEqualTo(Files.exists(PACKAGE.resolve(made)));
        }
    }

    private static boolean becomes(int wished, URI address) throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                if (status(address) == wished) {
                    return true;
                }
            } catch (IOException starting) {
                // it does not listen yet
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return false;
    }

    private static int status(URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String logs() {
        try {
            return engine(List.of("logs", container));
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    private static String engine(List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("siren.engine").split(" ")));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(Repository.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
