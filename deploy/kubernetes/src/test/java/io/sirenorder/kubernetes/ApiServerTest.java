package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/**
 * Dry runs against a real API server. {@code -Dsiren.apiserver.binaries=DIR} names a directory with {@code etcd} and
 * {@code kube-apiserver}, which are started with the definitions of this repository and of {@code -Dsiren.crds};
 * {@code -Dsiren.kubeconfig=FILE} leads to a running server that may be thrown away and has its operators' own. Both namespaces
 * are made in it, all else is a dry run. Kinds that an old server does not have are printed and left out, fields newer than
 * it too; a former version with the same fields takes the place of a newer one. Skipped without both.
 */
class ApiServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    /** Fields of ours with the minor release of Kubernetes 1 from which they are known. */
    private static final Map<String, Integer> NEWER = Map.of("matchLabelKeys", 27, "preStop", 30);

    /** Versions of kinds with those of the same fields that servers before them have. */
    private static final Map<String, String> FORMER =
            Map.of("autoscaling/v2", "autoscaling/v2beta2", "policy/v1", "policy/v1beta1");

    private static final int MOST_TRIES = 120;

    @TempDir
    static Path home;

    private static ApiServer started;
    private static Kubectl kubectl;
    private static int release;
    private static Set<String> kinds;

    @BeforeAll
    static void there_is_one() throws Exception {
        String binaries = System.getProperty("siren.apiserver.binaries");
        String kubeconfig = System.getProperty("siren.kubeconfig");
        if (binaries != null) {
            started = ApiServer.of(Path.of(binaries), home);
            kubectl = started.kubectl();
            define();
        } else if (kubeconfig != null) {
            kubectl = new Kubectl("kubectl", Path.of(kubeconfig));
        } else {
            throw new TestAbortedException(
                    "SKIPPED: neither -Dsiren.apiserver.binaries nor -Dsiren.kubeconfig leads to an API server");
        }
        JsonNode version = JSON.readTree(kubectl.ask("get", "--raw", "/version"));
        release = Integer.parseInt(version.path("minor").asText().replaceAll("\\D", ""));
        kinds = kubectl.kinds();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overlays/dev,overlays/dev/namespace.yaml",
        "overlays/production,overlays/production/namespace.yaml",
        "monitoring,overlays/production/namespace.yaml"
    })
    void no_object_is_refused(String what, String namespace) throws Exception {
        kubectl.ask(
                "apply",
                "--server-side",
                "-f",
                Repository.KUBERNETES.resolve(namespace).toString());
        List<ObjectNode> all = objects(what);
        List<ObjectNode> known =
                all.stream().filter(one -> kinds.contains(kind(one))).toList();
        System.out.println(what + ": Kubernetes 1." + release + " knows the kinds of " + known.size() + " of "
                + all.size() + " objects " + counted(known.stream()) + "; not of "
                + counted(all.stream().filter(one -> !known.contains(one))) + "; left out as newer: " + newer());
        Kubectl.Said said = dryRun(known);
        assertThat(said.succeeded()).as(said.text()).isTrue();
        assertThat(said.text().lines().filter(line -> line.contains("serverside-applied")))
                .hasSameSizeAs(known);
    }

    @Test
    void a_fault_would_be_refused() throws Exception {
        kubectl.ask(
                "apply",
                "-f",
                Repository.KUBERNETES
                        .resolve("overlays/production/namespace.yaml")
                        .toString());
        for (String kind : List.of("Deployment", "NetworkPolicy", "Cluster", "ScaledObject")) {
            ObjectNode sound = objects("overlays/production").stream()
                    .filter(one -> one.path("kind").asText().equals(kind))
                    .findFirst()
                    .orElseThrow();
            assertThat(dryRun(List.of(sound)).succeeded()).as(kind).isTrue();
            ObjectNode unknown = sound.deepCopy();
            unknown.withObject("/spec").put("unheardOf", 1);
            assertThat(dryRun(List.of(unknown)).succeeded())
                    .as(kind + " of an unknown field")
                    .isFalse();
        }
    }

    @Test
    void keys_are_served_to_the_header_that_the_services_send_and_to_no_plain_json() throws Exception {
        assumeThat(started)
                .as("-Dsiren.kubeconfig's server is asked nothing else")
                .isNotNull();
        assertThat(started.keys("application/json").statusCode()).isEqualTo(406);
        Matcher sent =
                Pattern.compile("\"(application/jwk-set\\+json[^\"]*)\"").matcher(Repository.sources("service-kit"));
        assertThat(sent.find()).isTrue();
        HttpResponse<String> keys = started.keys(sent.group(1));
        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(keys.body()).path("keys").path(0).path("alg").asText())
                .isEqualTo("ES256");
    }

    private static Kubectl.Said dryRun(List<ObjectNode> objects) throws Exception {
        String stream = objects.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
        return kubectl.run(stream, "apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-");
    }

    private static List<ObjectNode> objects(String what) {
        return Stream.of(
                        Manifests.kustomize(Repository.KUBERNETES.resolve(what)).split("(?m)^---$"))
                .map(document -> JSON.<ObjectNode>valueToTree(YAML.unmarshal(document, Map.class)))
                .peek(one -> newer().forEach(field -> remove(one, field)))
                .peek(ApiServerTest::takeFormerVersion)
                .toList();
    }

    private static void takeFormerVersion(ObjectNode object) {
        String former = FORMER.get(object.path("apiVersion").asText());
        if (former != null && !kinds.contains(kind(object))) {
            object.put("apiVersion", former);
        }
    }

    private static List<String> newer() {
        return NEWER.keySet().stream()
                .filter(field -> NEWER.get(field) > release)
                .sorted()
                .toList();
    }

    private static void remove(JsonNode from, String field) {
        if (from instanceof ObjectNode object) {
            object.remove(field);
        }
        from.forEach(inner -> remove(inner, field));
    }

    private static String kind(JsonNode object) {
        return object.path("apiVersion").asText() + " " + object.path("kind").asText();
    }

    private static Map<String, Long> counted(Stream<ObjectNode> objects) {
        return objects.collect(Collectors.groupingBy(ApiServerTest::kind, TreeMap::new, Collectors.counting()));
    }

    /** Gives the server the definitions of the operators' kinds, and waits until it validates by them. */
    private static void define() throws Exception {
        String given = System.getProperty("siren.crds");
        Path own = Repository.KUBERNETES.resolve("src/test/resources/definitions");
        for (Path directory : given == null ? List.of(own) : List.of(own, Path.of(given))) {
            assertThat(Files.isDirectory(directory)).as("%s", directory).isTrue();
            kubectl.ask("apply", "--server-side", "--force-conflicts", "-f", directory.toString());
        }
        kubectl.ask("wait", "--for=condition=Established", "crd", "--all", "--timeout=60s");
        List<String> groups = kubectl.ask("get", "crd", "-o", "jsonpath={range .items[*]}{.spec.group}{\"\\n\"}{end}")
                .lines()
                .toList();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String published = kubectl.ask("get", "--raw", "/openapi/v2");
            if (groups.stream().allMatch(group -> published.contains("\"group\":\"" + group + "\""))) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new AssertionError("the server does not publish the definitions of " + groups);
    }
}
