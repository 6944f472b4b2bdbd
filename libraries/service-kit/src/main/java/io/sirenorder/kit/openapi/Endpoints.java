package io.sirenorder.kit.openapi;

import jakarta.ws.rs.Path;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The methods of resources, by HTTP method and path as the document writes it. */
record Endpoints(Map<String, Endpoint> all) {
    private static final DotName PATH = DotName.createSimple(Path.class);
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    static Endpoints of(IndexView index) {
        Map<String, Endpoint> all = new HashMap<>();
        for (AnnotationInstance path : index.getAnnotations(PATH)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                addAll(path.target().asClass(), path.value().asString(), all);
            }
        }
        return new Endpoints(all);
    }

    Endpoint find(String method, String path) {
        return all.get(method + " " + path);
    }

    private static void addAll(ClassInfo resource, String root, Map<String, Endpoint> all) {
        if (Modifier.isInterface(resource.flags())) {
            return;
        }
        for (MethodInfo method : resource.methods()) {
            method.annotations().stream()
                    .map(annotation -> annotation.name().withoutPackagePrefix())
                    .filter(METHODS::contains)
                    .findFirst()
                    .ifPresent(verb -> all.put(verb + " " + path(root, method), new Endpoint(method)));
        }
    }

    /** Without the expressions of parameters, which a document does not write. */
    private static String path(String root, MethodInfo method) {
        AnnotationInstance own = method.annotation(PATH);
        String template = "/" + root + "/" + (own == null ? "" : own.value().asString());
        return template.replaceAll("\\{\\s*([\\w.-]+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
