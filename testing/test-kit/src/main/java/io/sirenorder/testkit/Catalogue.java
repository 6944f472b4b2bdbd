package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.RestAssured;
import io.sirenorder.kit.problem.Languages;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.kit.problem.ProblemTexts;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of a service's operations and problems, generated from the code, and the claims that they are current. */
public final class Catalogue {
    private static final List<String> KITS = List.of("io.sirenorder.kit", "io.sirenorder.feed");
    private static final Pattern QUOTED_APOSTROPHE = Pattern.compile("''");

    private Catalogue() {}

    /** Compares {@code docs/problems/<service>.md} with the problems that the service's code can raise. */
    public static void assertProblemsAreCurrent(String service, String rootPackage) {
        ProblemTexts texts = ProblemTexts.load();
        List<Class<? extends Problem>> problems = problems(rootPackage);
        problems.forEach(problem -> assertWellSaid(problem, texts));
        String rows = problems.stream().map(problem -> row(problem, texts)).collect(Collectors.joining());
        Docs.assertCurrent("problems/" + service + ".md", """
                # Problems of %s

                Generated from the code. The type of each is the address of its page, `/problems/<code>` on the host of the deployment
                (`siren.problems.pages`); clients go by the code. `{0}` and the like stand for what the case at hand fills in.

                | code | status | Korean | English |
                |---|---|---|---|
                %s""".formatted(service, rows));
    }

    /** Compares {@code docs/openapi/<service>.yaml} with what the running service says of itself. */
    public static void assertOpenApiIsCurrent(String service) {
        String generated =
                RestAssured.given().noFilters().get("/q/openapi?format=yaml").asString();
        Docs.assertCurrent("openapi/" + service + ".yaml", generated);
    }

    /** Asserts that generators and readers can use what the running service says of itself. */
    public static void assertOpenApiIsSound() {
        assertThat(DocumentedAnswers.ofRunningService().flaws())
                .as("flaws of the OpenAPI document")
                .isEmpty();
    }

    private static List<Class<? extends Problem>> problems(String rootPackage) {
        String[] packages =
                Stream.concat(KITS.stream(), Stream.of(rootPackage)).distinct().toArray(String[]::new);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packages).stream()
                        .filter(type -> type.isAssignableTo(Problem.class))
                        .map(JavaClass::reflect)
                        .<Class<? extends Problem>>map(type -> type.asSubclass(Problem.class))
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .sorted(Comparator.comparing(Problem::slugOf))
                        .toList();
    }

    private static void assertWellSaid(Class<? extends Problem> problem, ProblemTexts texts) {
        String slug = Problem.slugOf(problem);
        for (Locale language : Languages.ALL) {
            assertThat(texts.pattern(slug, "title", language)).as(slug).isNotBlank();
            assertThat(texts.pattern(slug, "detail", language))
                    .as("%s: apostrophes need no doubling", slug)
                    .isNotBlank()
                    .doesNotContainPattern(QUOTED_APOSTROPHE);
        }
    }

    private static String row(Class<? extends Problem> problem, ProblemTexts texts) {
        String slug = Problem.slugOf(problem);
        return "| `%s` | %d | %s | %s |%n"
                .formatted(
                        slug,
                        Specimen.of(problem).status(),
                        words(texts, slug, Locale.KOREAN),
                        words(texts, slug, Locale.ENGLISH));
    }

    private static String words(ProblemTexts texts, String slug, Locale language) {
        return "**" + texts.pattern(slug, "title", language) + "** " + texts.pattern(slug, "detail", language);
    }
}
