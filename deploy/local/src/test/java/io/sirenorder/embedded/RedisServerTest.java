package io.sirenorder.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {

    @Test
    void a_temporary_server_leaves_nothing_behind() throws Exception {
        RedisServer server = RedisServer.settings().start();
        ProcessHandle process = server.processHandle();
        assertThat(new RedisPing(server.port(), null).succeeds()).isTrue();
        server.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(server.home()).doesNotExist();
    }

    @Test
    void a_password_is_asked_for_and_lies_in_no_command_line() throws Exception {
        try (RedisServer server = RedisServer.settings().password("s3cret").start()) {
            assertThat(new RedisPing(server.port(), "s3cret").succeeds()).isTrue();
            assertThat(new RedisPing(server.port(), "wrong").succeeds()).isFalse();
            assertThat(new RedisPing(server.port(), null).succeeds()).isFalse();
            assertThat(server.processHandle().info().commandLine().orElse("")).doesNotContain("s3cret");
        }
    }

    @Test
    void it_comes_back_on_its_port_after_a_crash_and_in_its_directory_after_a_stop(@TempDir Path home)
            throws Exception {
        int port = Ports.anyFree();
        try (RedisServer server =
                RedisServer.settings().directory(home).port(port).start()) {
            server.crash();
            assertThat(new RedisPing(port, null).succeeds()).isFalse();
            server.restart();
            assertThat(new RedisPing(port, null).succeeds()).isTrue();
        }
        try (RedisServer again =
                RedisServer.settings().directory(home).port(port).start()) {
            assertThat(again.processHandle().isAlive()).isTrue();
        }
    }

    @Test
    void a_port_that_is_taken_is_said_so(@TempDir Path home) throws Exception {
        try (RedisServer first = RedisServer.settings().start()) {
            assertThatThrownBy(() -> RedisServer.settings()
                            .directory(home)
                            .port(first.port())
                            .start())
                    .hasMessage("port " + first.port() + " is taken");
        }
    }

    @Test
    void a_killed_jvm_takes_its_server_along() throws Exception {
        try (DoomedJvm jvm = DoomedJvm.start("redis")) {
            assertThat(jvm.server().isAlive()).isTrue();
            jvm.kill();
            assertThat(Waiting.forEnd(jvm.server(), Duration.ofSeconds(15))).isTrue();
            assertThat(Waiting.until(Duration.ofSeconds(15), () -> !Files.exists(jvm.directory())))
                    .isTrue();
        }
    }
}
