package io.sirenorder.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Manifests as they would be applied to a cluster, as typed objects. */
record Manifests(String name, List<HasMetadata> all) {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Path OVERLAYS = Repository.KUBERNETES.resolve("overlays");
    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    static Manifests overlay(String name) {
        return RENDERED.computeIfAbsent(
                name, overlay -> new Manifests(overlay, parse(kustomize(OVERLAYS.resolve(overlay)))));
    }

    /** The base with these components, as an overlay of one's own would have it. */
    static Manifests of(String... components) {
        Path directory = Repository.KUBERNETES.resolve("target/overlay-of-a-test");
        try {
            Files.createDirectories(directory);
            Files.copy(
                    OVERLAYS.resolve("production/shop.yaml"),
                    directory.resolve("shop.yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    directory.resolve("kustomization.yaml"),
                    "resources: [../../base, shop.yaml]\ncomponents:\n"
                            + Stream.of(components)
                                    .map(component -> "  - ../../" + component + "\n")
                                    .collect(Collectors.joining()));
            return new Manifests("a test's overlay", parse(kustomize(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base's own files without kustomize, for machines that have no kubectl. */
    static Manifests base() {
        return new Manifests(
                "base",
                Repository.files(Repository.KUBERNETES.resolve("base"), ".yaml").stream()
                        .filter(file -> !file.endsWith("kustomization.yaml"))
                        .filter(file -> !file.toString().endsWith("-patch.yaml"))
                        .flatMap(file -> parse(Repository.text(file)).stream())
                        .toList());
    }

    /** Objects of that name. */
    Manifests only(String object) {
        return new Manifests(
                name,
                all.stream()
                        .filter(one -> one.getMetadata().getName().equals(object))
                        .toList());
    }

    static List<HasMetadata> parse(String documents) {
        return Stream.of(documents.split("(?m)^---$"))
                .filter(document -> document.lines().anyMatch(line -> line.startsWith("kind:")))
                .map(document -> (HasMetadata) YAML.unmarshal(document))
                .toList();
    }

    /** Skips loudly where there is no kubectl; fails where there is one and it finds a fault. */
    static String kustomize(Path directory) {
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new AssertionError("kubectl kustomize " + directory + " failed: see above");
            }
            return rendered;
        } catch (IOException e) {
            if (e.getMessage().startsWith("Cannot run program")) {
                throw new TestAbortedException("SKIPPED: there is no kubectl to render " + directory + " with", e);
            }
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    <T extends HasMetadata> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T named(Class<T> kind, String name) {
        return of(kind).stream()
                .filter(one -> one.getMetadata().getName().equals(name))
                .findAny()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name + " in " + this.name));
    }

    /** A ConfigMap of kustomize's, whose name ends in a hash of what is in it. */
    ConfigMap generated(String name) {
        return of(ConfigMap.class).stream()
                .filter(one -> one.getMetadata().getName().matches(name + "-[0-9a-z]{10}"))
                .findAny()
                .orElseThrow(() -> new AssertionError("no ConfigMap " + name + "-HASH in " + this.name));
    }

    List<GenericKubernetesResource> custom() {
        return of(GenericKubernetesResource.class);
    }

    List<PodTemplateSpec> pods() {
        return Stream.of(
                        of(Deployment.class).stream().map(one -> one.getSpec().getTemplate()),
                        of(StatefulSet.class).stream().map(one -> one.getSpec().getTemplate()),
                        of(Job.class).stream().map(one -> one.getSpec().getTemplate()))
                .flatMap(all -> all)
                .toList();
    }

    /** A pod's containers that run, first or later. */
    static List<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .toList();
    }

    static List<EnvVar> environment(PodSpec pod) {
        return containers(pod).stream()
                .flatMap(container -> container.getEnv().stream())
                .toList();
    }
}
