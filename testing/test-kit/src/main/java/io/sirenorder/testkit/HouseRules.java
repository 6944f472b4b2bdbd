package io.sirenorder.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rules that every module keeps, checked on its compiled classes and its sources. */
public final class HouseRules {
    private final String root;
    private final JavaClasses classes;
    private final Sources sources;

    private HouseRules(String rootPackage, Path module) {
        root = rootPackage;
        sources = Sources.of(module);
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
    }

    /** The rules for the main classes of the module at hand. */
    public static HouseRules of(String rootPackage) {
        return of(rootPackage, Path.of(""));
    }

    /** The rules for another module, by its directory as seen from here. */
    public static HouseRules of(String rootPackage, Path module) {
        return new HouseRules(rootPackage, module);
    }

    /** Checks all that holds for every module. */
    public HouseRules check() {
        new TradeRules(root).all().forEach(rule -> rule.allowEmptyShould(true).check(classes));
        assertNoLibraryIsTooOld();
        sources.assertEveryPackageIsExplained();
        sources.assertEveryTypeIsExplained();
        sources.assertNothingIsLeftToDo();
        sources.assertDurationsAreWrittenAlike();
        sources.assertMetersAreDotted();
        return this;
    }

    private static void assertNoLibraryIsTooOld() {
        List<String> tooOld = LeastVersions.tooOld(LeastVersions.classPath());
        if (!tooOld.isEmpty()) {
            throw new AssertionError(tooOld + " have faults that are known: see least-versions.properties");
        }
    }

    /** No two packages know each other, not even one and a package within it; the root package counts. */
    public HouseRules packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new Packages(root))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
        return this;
    }

    /** Results are awaited, except in the few classes that own their failures. */
    public HouseRules onlyTheseSubscribe(String... simpleNames) {
        List<String> owners = List.of(simpleNames);
        noClasses()
                .that(areNot(owners))
                .should()
                .callMethodWhere(describe("subscribes and forgets", TradeRules::subscribesAndForgets))
                .allowEmptyShould(true)
                .check(classes);
        return this;
    }

    /** Each package below the root package, and the root itself. */
    private record Packages(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (name.equals(root)) {
                return SliceIdentifier.of("the root package");
            }
            return name.startsWith(root + ".")
                    ? SliceIdentifier.of(name.substring(root.length() + 1))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages of " + root;
        }
    }

    private static DescribedPredicate<JavaClass> areNot(List<String> owners) {
        return describe(
                "are not " + owners,
                type -> Stream.iterate(
                                type, t -> t != null, t -> t.getEnclosingClass().orElse(null))
                        .noneMatch(t -> owners.contains(t.getSimpleName())));
    }

    /** Words of another system may stand in the sources of one package only. */
    public HouseRules wordsStayIn(String packageName, String... words) {
        sources.assertWordsStayIn(packageName, List.of(words));
        return this;
    }
}
