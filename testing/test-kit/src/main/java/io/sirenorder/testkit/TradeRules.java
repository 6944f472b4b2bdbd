package io.sirenorder.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The rules of the house on compiled classes. */
record TradeRules(String root) {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String REPOSITORY = "io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase";
    private static final String BEAN = "jakarta.enterprise.context.ApplicationScoped";
    private static final String STARTUP = "io.quarkus.runtime.Startup";
    private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";
    private static final String OBSERVES = "jakarta.enterprise.event.Observes";
    private static final String METERS = "io.micrometer.core.instrument.MeterRegistry";
    private static final String EMPTY_WORDS = ".*[a-z](Impl|Utils?|Helper|Manager|Dto|DTO|Handler|Common)";
    private static final Pattern EMPTY_PACKAGES =
            Pattern.compile(".*\\.(common|core|utils?|impl|dto|managers?|handlers?|helpers?)(\\..*)?");
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");
    private static final List<Class<? extends Annotation>> CLASSIFICATIONS =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

    List<ArchRule> all() {
        return List.of(
                noClasses().should().haveNameMatching(EMPTY_WORDS),
                classes().should(resideInSpeakingPackages()),
                GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                noClasses().should().callMethod(Thread.class, "sleep", long.class),
                noClasses()
                        .should()
                        .callMethodWhere(describe("parses JSON without blocking", TradeRules::parsesPiecemeal))
                        .because("that parser of Jackson has no bound on the length of a number"),
                noClasses()
                        .should()
                        .callMethodWhere(describe("reads a moment without bounds", TradeRules::readsAnyMoment))
                        .because("a moment of year 1,000,000,000 is one to Java and none to a database"),
                noClasses()
                        .should()
                        .callMethodWhere(describe("asks a clock that is not injected", TradeRules::asksTheTime)),
                entitiesKnowNoMachinery(),
                resourcesStayInTheirFeature(),
                servicesDoNotKnowEachOther(),
                methods()
                        .that(describe("answer requests", TradeRules::answersRequests))
                        .should()
                        .bePublic(),
                methods()
                        .that(describe("answer requests", TradeRules::answersRequests))
                        .should(sayWhoMayCall()),
                classes()
                        .that(describe("answer requests", TradeRules::isResource))
                        .should()
                        .beAnnotatedWith(Produces.class)
                        .andShould()
                        .beAnnotatedWith(Consumes.class),
                methods()
                        .that(describe("answer requests later", TradeRules::answersLater))
                        .should(finishWhatTheyBegan()),
                classes()
                        .that(describe("register counters", TradeRules::registersCounters))
                        .should()
                        .beAnnotatedWith(STARTUP)
                        .because("an alert on the growth of a counter misses its first event where it begins at 1"));
    }

    /** Moments reads those from outside; a constant is known. */
    private static boolean readsAnyMoment(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("java.time.Instant")
                && call.getName().equals("parse")
                && !call.getOrigin().getName().equals("<clinit>")
                && !call.getOriginOwner().getSimpleName().equals("Moments");
    }

    private static boolean parsesPiecemeal(JavaMethodCall call) {
        return call.getName().startsWith("createNonBlocking")
                || call.getTargetOwner().getName().startsWith("io.vertx.core.parsetools.JsonParser");
    }

    /** Beans that are made when they are first called; those that a schedule or an event calls are made early. */
    private static boolean registersCounters(JavaClass type) {
        return type.isAnnotatedWith(BEAN)
                && type.getMethods().stream().noneMatch(TradeRules::isCalledUnasked)
                && type.getConstructors().stream()
                        .flatMap(constructor -> constructor.getMethodCallsFromSelf().stream())
                        .anyMatch(call -> call.getName().equals("counter")
                                && call.getTargetOwner().getName().equals(METERS));
    }

    private static boolean isCalledUnasked(JavaMethod method) {
        return method.isAnnotatedWith(SCHEDULED)
                || method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(OBSERVES));
    }

    static boolean subscribesAndForgets(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return call.getName().equals("with")
                && (owner.equals("io.smallrye.mutiny.groups.UniSubscribe")
                        || owner.equals("io.smallrye.mutiny.groups.MultiSubscribe"));
    }

    private static boolean asksTheTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean injected =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return (CLOCKS.contains(owner) && call.getName().equals("now") && !injected)
                || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaClass> resideInSpeakingPackages() {
        return condition(
                "reside in packages that say something",
                type -> EMPTY_PACKAGES.matcher(type.getPackageName()).matches());
    }

    private static ArchRule entitiesKnowNoMachinery() {
        return noClasses()
                .that()
                .areAnnotatedWith(ENTITY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.smallrye.mutiny..", "jakarta.ws.rs..", "jakarta.enterprise..", "jakarta.inject..");
    }

    private static ArchRule resourcesStayInTheirFeature() {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should(condition("call desks and repositories of their own feature only", TradeRules::reachesOver));
    }

    private static boolean reachesOver(JavaClass resource) {
        return resource.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .filter(target -> target.getSimpleName().endsWith("Desk") || target.isAssignableTo(REPOSITORY))
                .anyMatch(target -> !target.getPackageName().equals(resource.getPackageName())
                        && !target.getName().equals(REPOSITORY));
    }

    private ArchRule servicesDoNotKnowEachOther() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.sirenorder..")
                        .and(not(resideInAnyPackage(
                                root + "..",
                                "io.sirenorder.contracts..",
                                "io.sirenorder.kit..",
                                "io.sirenorder.feed.."))));
    }

    /** An interface is a client of another program's resource. */
    private static boolean answersRequests(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.isAnnotatedWith(Path.class)
                && !owner.isInterface()
                && method.isMetaAnnotatedWith(HttpMethod.class);
    }

    private static boolean isResource(JavaClass type) {
        return type.getMethods().stream().anyMatch(TradeRules::answersRequests);
    }

    private static boolean answersLater(JavaMethod method) {
        return answersRequests(method) && method.getRawReturnType().isEquivalentTo(Uni.class);
    }

    /** A caller who hangs up would otherwise cut the work off before its database connection is given back. */
    private static ArchCondition<JavaMethod> finishWhatTheyBegan() {
        return new ArchCondition<>("finish what they began") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean finished = method.getOwner()
                        .tryGetAnnotationOfType(Cancellable.class)
                        .map(annotation -> !annotation.value())
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        method, finished, method.getFullName() + " is not in a class that is @Cancellable(false)"));
            }
        };
    }

    /** A new endpoint fails the build until its callers are decided. */
    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = Stream.of(method, method.getOwner())
                        .anyMatch(place -> CLASSIFICATIONS.stream().anyMatch(place::isAnnotatedWith));
                events.add(
                        new SimpleConditionEvent(method, said, method.getFullName() + " does not say who may call it"));
            }
        };
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> broken) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, !broken.test(type), type.getName() + " does not " + description));
            }
        };
    }
}
