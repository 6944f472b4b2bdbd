package io.sirenorder.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Objects that manifests name and the platform has to provide. */
final class References {
    private static final List<String> WORDS_FOR_SECRETS =
            List.of("secret", "passwordSecret", "accessKeyId", "secretAccessKey");

    /** A secret, and what has to be in it if that is said. */
    record Reference(String name, String key) {}

    private References() {}

    static List<Reference> secrets(Manifests manifests) {
        Stream<Reference> ofPods =
                manifests.pods().stream().map(PodTemplateSpec::getSpec).flatMap(pod -> secretsOf(pod).stream());
        Stream<Reference> ofIngresses = manifests.of(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getTls().stream())
                .map(IngressTLS::getSecretName)
                .map(name -> new Reference(name, null));
        Stream<Reference> ofGateways = manifests.of(Gateway.class).stream()
                .flatMap(gateway -> gateway.getSpec().getListeners().stream())
                .filter(listener -> listener.getTls() != null)
                .flatMap(listener -> listener.getTls().getCertificateRefs().stream())
                .map(certificate -> new Reference(certificate.getName(), null));
        Stream<Reference> ofDatabases =
                manifests.custom().stream().flatMap(one -> inside(one.getAdditionalProperties()).stream());
        return Stream.of(ofPods, ofIngresses, ofGateways, ofDatabases)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    static List<Reference> secretsOf(PodSpec pod) {
        Stream<Reference> inEnvironment = Manifests.environment(pod).stream()
                .map(EnvVar::getValueFrom)
                .filter(source -> source != null && source.getSecretKeyRef() != null)
                .map(source -> new Reference(
                        source.getSecretKeyRef().getName(),
                        source.getSecretKeyRef().getKey()));
        Stream<Reference> wholeEnvironment = Manifests.containers(pod).stream()
                .flatMap(container -> container.getEnvFrom().stream())
                .map(EnvFromSource::getSecretRef)
                .filter(secret -> secret != null && !Boolean.TRUE.equals(secret.getOptional()))
                .map(secret -> new Reference(secret.getName(), null));
        Stream<Reference> mounted = pod.getVolumes().stream()
                .map(Volume::getSecret)
                .filter(secret -> secret != null && !Boolean.TRUE.equals(secret.getOptional()))
                .map(secret -> new Reference(secret.getSecretName(), null));
        Stream<Reference> projected = projections(pod)
                .map(VolumeProjection::getSecret)
                .filter(secret -> secret != null)
                .flatMap(secret ->
                        secret.getItems().stream().map(item -> new Reference(secret.getName(), item.getKey())));
        return Stream.of(inEnvironment, wholeEnvironment, mounted, projected)
                .flatMap(all -> all)
                .toList();
    }

    static List<String> configMaps(Manifests manifests) {
        return manifests.pods().stream()
                .map(PodTemplateSpec::getSpec)
                .flatMap(References::configMapsOf)
                .distinct()
                .toList();
    }

    private static Stream<String> configMapsOf(PodSpec pod) {
        Stream<String> environment = Manifests.containers(pod).stream()
                .map(Container::getEnvFrom)
                .flatMap(List::stream)
                .map(EnvFromSource::getConfigMapRef)
                .filter(map -> map != null)
                .map(map -> map.getName());
        Stream<String> mounted = pod.getVolumes().stream()
                .map(Volume::getConfigMap)
                .filter(map -> map != null)
                .map(map -> map.getName());
        Stream<String> projected = projections(pod)
                .map(VolumeProjection::getConfigMap)
                .filter(map -> map != null)
                .map(map -> map.getName());
        return Stream.of(environment, mounted, projected).flatMap(all -> all);
    }

    private static Stream<VolumeProjection> projections(PodSpec pod) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getProjected() != null)
                .flatMap(volume -> volume.getProjected().getSources().stream());
    }

    private static List<Reference> inside(Object custom) {
        List<Reference> found = new ArrayList<>();
        if (custom instanceof Map<?, ?> fields) {
            fields.forEach((field, value) -> {
                if (WORDS_FOR_SECRETS.contains(field) && value instanceof Map<?, ?> reference) {
                    found.add(new Reference((String) reference.get("name"), (String) reference.get("key")));
                } else {
                    found.addAll(inside(value));
                }
            });
        } else if (custom instanceof List<?> many) {
            many.forEach(one -> found.addAll(inside(one)));
        }
        return found;
    }
}
