package io.sirenorder.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.local.process.Patience;
import io.sirenorder.local.process.Records;
import io.sirenorder.local.process.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    Path directory;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final AtomicInteger changes = new AtomicInteger();
    private final Told told = new Told();
    private Supervisor keeper;

    private Supervisor keeperOf(ScriptedPart part) {
        keeper = new Supervisor(part, Records.in(directory.resolve("pids")), told, clock, changes::incrementAndGet);
        return keeper;
    }

    /** Waits for the supervisor's last look at an end, which writes the records into the directory. */
    @AfterEach
    void takeDown() throws InterruptedException {
        keeper.takeDown();
        clock.shutdownNow();
        assertThat(clock.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_part_is_recorded_and_served_while_it_runs() {
        ScriptedPart part = ScriptedPart.steady(directory);
        keeperOf(part).bringUp();
        Running running = keeper.running().orElseThrow();
        assertThat(part.serving).isTrue();
        assertThat(directory.resolve("pids")).content().contains(" " + running.pid() + " ");
        assertThat(told.lines).containsExactly("starting part", "ready part");
        keeper.takeDown();
        assertThat(running.isAlive()).isFalse();
        assertThat(part.serving).isFalse();
        assertThat(directory.resolve("pids")).hasContent("");
    }

    @Test
    void one_that_dies_is_told_of_and_started_again() throws Exception {
        ScriptedPart part = ScriptedPart.steady(directory);
        keeperOf(part).bringUp();
        Running first = keeper.running().orElseThrow();
        first.process().orElseThrow().destroyForcibly();
        Patience.until(() -> changes.get() == 2);
        assertThat(keeper.running().orElseThrow().pid()).isNotEqualTo(first.pid());
        assertThat(part.serving).isTrue();
        assertThat(told.lines)
                .anyMatch(line -> line.startsWith("part died"))
                .anyMatch(line -> line.contains("is back"));
    }

    @Test
    void one_that_dies_again_on_its_way_back_never_has_two_processes() throws Exception {
        Path broken = directory.resolve("broken");
        String script = "if [ -f broken ]; then sleep 0.3; exit 1; fi; touch ready; exec sleep 300";
        ScriptedPart part = new ScriptedPart(directory, script);
        keeperOf(part).bringUp();
        Files.createFile(broken);
        keeper.running().orElseThrow().process().orElseThrow().destroyForcibly();
        Patience.until(() -> part.starts.get() >= 3);
        Files.delete(broken);
        Patience.until(() -> changes.get() == 2);
        assertThat(part.overlaps).hasValue(0);
        assertThat(directory.resolve("pids")).content().hasLineCount(1);
    }

    @Test
    void restarts_asked_for_at_once_come_one_after_the_other() throws Exception {
        ScriptedPart part = ScriptedPart.steady(directory);
        keeperOf(part).bringUp();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(keeper::restart, clock),
                        CompletableFuture.runAsync(keeper::restart, clock))
                .get(20, TimeUnit.SECONDS);
        assertThat(part.starts).hasValue(3);
        assertThat(part.overlaps).hasValue(0);
        assertThat(keeper.running()).isPresent();
    }

    @Test
    void one_that_was_taken_down_stays_down() throws Exception {
        ScriptedPart part = ScriptedPart.steady(directory);
        keeperOf(part).bringUp();
        keeper.takeDown();
        clock.submit(() -> {}).get();
        assertThat(part.starts).hasValue(1);
        assertThat(told.lines).noneMatch(line -> line.contains("died"));
    }

    @Test
    void a_restart_is_a_new_process_and_no_death() {
        ScriptedPart part = ScriptedPart.steady(directory);
        keeperOf(part).bringUp();
        long before = keeper.running().orElseThrow().pid();
        keeper.restart();
        assertThat(keeper.running().orElseThrow().pid()).isNotEqualTo(before);
        assertThat(told.lines).noneMatch(line -> line.contains("died"));
    }

    @Test
    void one_that_ends_before_it_is_ready_shows_the_end_of_its_log_and_is_not_tried_again() throws Exception {
        ScriptedPart part = new ScriptedPart(directory, "echo no database here; exit 1");
        assertThatThrownBy(() -> keeperOf(part).bringUp())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("part ended before it was ready")
                .hasMessageContaining("no database here");
        clock.submit(() -> {}).get();
        assertThat(part.starts).hasValue(1);
        assertThat(told.lines).containsExactly("starting part", "failed part");
    }
}
