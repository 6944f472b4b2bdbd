package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/**
 * Dry runs against a real API server. {@code -Dsiren.kubeconfig=FILE} leads to one that may be thrown away, with the
 * definitions of the operators in docs/operations.md; both namespaces are made in it, all else is a dry run. Without it
 * this is skipped.
 */
class ApiServerTest {
    @BeforeAll
    static void there_is_one() {
        if (System.getProperty("siren.kubeconfig") == null) {
            throw new TestAbortedException("SKIPPED: -Dsiren.kubeconfig leads to no API server");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overlays/dev,overlays/dev/namespace.yaml",
        "overlays/production,overlays/production/namespace.yaml",
        "monitoring,overlays/production/namespace.yaml"
    })
    void all_is_accepted(String what, String namespace) throws Exception {
        kubectl("apply", "-f", path(namespace));
        assertThat(kubectl("apply", "--server-side", "--dry-run=server", "--validate=strict", "-k", path(what)))
                .contains("serverside-applied");
    }

    private static String path(String below) {
        return Repository.KUBERNETES.resolve(below).toString();
    }

    private static String kubectl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "kubectl",
                "--kubeconfig",
                Path.of(System.getProperty("siren.kubeconfig")).toString()));
        command.addAll(List.of(arguments));
        Process kubectl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).as(said).isZero();
        return said;
    }
}
