package io.sirenorder.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    Path directory;

    @Test
    void programs_are_unpacked_by_the_first_and_left_alone_by_all_others() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Programs> unpacking = () -> Programs.in(directory);
            for (Future<Programs> each : threads.invokeAll(List.of(unpacking, unpacking, unpacking, unpacking))) {
                assertThat(each.get().redis()).isExecutable();
            }
        } finally {
            threads.shutdownNow();
        }
        List<FileTime> before = times();
        Programs.in(directory);
        assertThat(times()).isEqualTo(before);
        assertThat(names()).hasSize(2).noneMatch(name -> name.startsWith(".unpacking"));
    }

    @Test
    void a_server_starts_with_programs_that_are_never_written_again() throws Exception {
        Path redis = Programs.in(directory).redis();
        List<FileTime> before = times();
        try (RedisServer server =
                        RedisServer.settings().programDirectory(directory).start();
                PostgresServer postgres =
                        PostgresServer.settings().programDirectory(directory).start()) {
            assertThat(server.processHandle().info().command()).hasValue(redis.toString());
            assertThat(postgres.processHandle().info().command().orElseThrow()).startsWith(directory.toString());
        }
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void an_unpacking_of_postgres_that_was_cut_short_is_done_again() throws Exception {
        Programs.in(directory);
        Path postgres = directory.resolve(names().stream()
                .filter(name -> name.startsWith("PG-"))
                .findFirst()
                .orElseThrow());
        Files.delete(postgres.resolve(".exists"));
        Files.delete(postgres.resolve("bin/postgres"));
        Programs.in(directory);
        assertThat(postgres.resolve("bin/postgres")).isExecutable();
    }

    @Test
    void a_program_that_is_still_open_for_writing_is_tried_again() throws Exception {
        Path script = Files.copy(Path.of("/bin/true"), directory.resolve("program"));
        AtomicInteger attempts = new AtomicInteger();
        FileChannel writer = FileChannel.open(script, StandardOpenOption.WRITE);
        Process process = BusyProgram.retry(() -> {
            if (attempts.incrementAndGet() == 2) {
                writer.close();
            }
            return new ProcessBuilder(script.toString()).start();
        });
        assertThat(process.waitFor()).isZero();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void another_failure_is_not_tried_again() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> BusyProgram.retry(() -> {
                    attempts.incrementAndGet();
                    throw new IOException("error=2, No such file or directory");
                }))
                .hasMessageContaining("error=2");
        assertThat(attempts).hasValue(1);
    }

    private List<FileTime> times() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isExecutable)
                    .sorted()
                    .map(ProgramsTest::modified)
                    .toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
