package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.kit.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The claim that every idempotent method of a service answers a signed-in caller who sends a key, with a body and without. */
public final class IdempotentMethods {
    private static final String ANNOTATION = "io.sirenorder.feed.idempotency.Idempotent";

    private IdempotentMethods() {}

    /**
     * Calls each of the running service as each role that may, and asserts that none fails; ids are random, so most answer 404
     * or 400.
     *
     * @return how many were called
     */
    public static int answerWithAKey(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        List<JavaMethod> methods = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .filter(method ->
                        method.isAnnotatedWith(ANNOTATION) || method.getOwner().isAnnotatedWith(ANNOTATION))
                .toList();
        methods.forEach(IdempotentMethods::call);
        return methods.size();
    }

    private static void call(JavaMethod method) {
        for (String role : roles(method)) {
            String key = UUID.randomUUID().toString();
            String path = path(method);
            for (String body : List.of("", "{}", "{}")) {
                RequestSpecification request = RestAssured.given()
                        .auth()
                        .oauth2(token(role))
                        .header("Idempotency-Key", body.isEmpty() ? key + "-bare" : key);
                Response response = (body.isEmpty()
                                ? request
                                : request.contentType("application/json").body(body))
                        .request(verb(method), path);
                assertThat(response.statusCode())
                        .as(
                                "%s %s as %s with a key and the body '%s': %s",
                                verb(method), path, role, body, response.asString())
                        .isLessThan(500);
            }
        }
    }

    private static String[] roles(JavaMethod method) {
        return annotation(method, RolesAllowed.class).map(RolesAllowed::value).orElse(new String[0]);
    }

    private static String token(String role) {
        return switch (role) {
            case Roles.MERCHANT ->
                Tokens.merchant(
                        new MerchantId(UUID.randomUUID()),
                        new StoreId(UUID.randomUUID()),
                        new WalletId(UUID.randomUUID()));
            case Roles.OPERATOR -> Tokens.operator();
            case Roles.SERVICE -> Tokens.service("store");
            default -> Tokens.buyer("idempotent-" + UUID.randomUUID());
        };
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class))
                .flatMap(Optional::stream)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
    }

    private static String path(JavaMethod method) {
        JavaClass owner = method.getOwner();
        String joined = Stream.of(owner.tryGetAnnotationOfType(Path.class), method.tryGetAnnotationOfType(Path.class))
                .flatMap(Optional::stream)
                .map(Path::value)
                .reduce("", (left, right) -> left + "/" + right);
        return joined.replaceAll("/+", "/")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private static <A extends Annotation> Optional<A> annotation(JavaMethod method, Class<A> type) {
        return method.tryGetAnnotationOfType(type).or(() -> method.getOwner().tryGetAnnotationOfType(type));
    }
}
