package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The main sources of a module, for what compiled classes no longer show. */
record Sources(Path root, List<Path> files) {
    private static final Pattern EXPLAINED_TYPE = Pattern.compile(
            "\\*/\\s+(@[\\w.]+(\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\))*\\))?\\s+)*"
                    + "(public |abstract |final |sealed |non-sealed |static )*(class|record|interface|enum|@interface) ");
    private static final Pattern LOUD_DURATION = Pattern.compile(
            "(@WithDefault\\(|every = |delayed = |defaultValue = )\"([^\"]*[:,])?(PT\\w+|[0-9.]+(MS|[SMH]))[,}\"]");
    private static final Pattern METER_WITH_UNDERSCORE = Pattern.compile("\"siren\\.[a-z.]*_[a-z_.]*\"");
    private static final Pattern LEFT_TO_DO = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    /** The sources of the module in that directory. */
    static Sources of(Path module) {
        Path root = module.resolve("src/main/java");
        try (Stream<Path> all = Files.walk(root)) {
            return new Sources(
                    root,
                    all.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void assertEveryPackageIsExplained() {
        assertThat(files.stream().map(Path::getParent).distinct())
                .as("packages have a package-info.java")
                .allMatch(directory -> Files.exists(directory.resolve("package-info.java")));
    }

    void assertEveryTypeIsExplained() {
        assertThat(breaking(text -> !EXPLAINED_TYPE.matcher(text).find()))
                .as("top-level types without a sentence on what they are")
                .allMatch(file -> file.endsWith("package-info.java"));
    }

    void assertNothingIsLeftToDo() {
        assertThat(breaking(text -> LEFT_TO_DO.matcher(text).find()))
                .as("files with something left to do")
                .isEmpty();
    }

    /** Hours and less are written {@code 12h}, {@code 5m}, {@code 30s}, {@code 300ms}; days {@code P3D}. */
    void assertDurationsAreWrittenAlike() {
        assertThat(breaking(text -> LOUD_DURATION.matcher(text).find()))
                .as("files with a duration like 30S or PT5M in the configuration")
                .isEmpty();
    }

    void assertMetersAreDotted() {
        assertThat(breaking(text -> METER_WITH_UNDERSCORE.matcher(text).find()))
                .as("files with an underscore in the name of a meter")
                .isEmpty();
    }

    void assertWordsStayIn(String packageName, List<String> words) {
        Path home = root.resolve(packageName.replace('.', '/'));
        assertThat(breaking(text -> words.stream().anyMatch(text::contains)).stream()
                        .filter(file -> !file.startsWith(home)))
                .as("files outside %s that say one of %s", packageName, words)
                .isEmpty();
    }

    private List<Path> breaking(Predicate<String> rule) {
        return files.stream().filter(file -> rule.test(text(file))).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
