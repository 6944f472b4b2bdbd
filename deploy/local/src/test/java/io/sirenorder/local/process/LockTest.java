package io.sirenorder.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
    @TempDir
    Path directory;

    @Test
    void one_process_holds_it_and_says_who_it_is() throws Exception {
        Path file = directory.resolve("lock");
        Process holder = JavaChild.start(LockHolder.class, file.toString());
        try (InputStream said = holder.getInputStream()) {
            assertThat((char) said.read()).isEqualTo('y');
            assertThat(Lock.take(file)).isEmpty();
            assertThat(Lock.holder(file)).map(ProcessHandle::pid).hasValue(holder.pid());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void the_end_of_its_holder_frees_it_however_it_came() throws Exception {
        Path file = directory.resolve("lock");
        Process holder = JavaChild.start(LockHolder.class, file.toString());
        assertThat((char) holder.getInputStream().read()).isEqualTo('y');
        holder.destroyForcibly();
        assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (Lock lock = Lock.take(file).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }
}
