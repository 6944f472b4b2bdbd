package io.sirenorder.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void the_documented_ports_are_the_default() {
        assertThat(Ports.from(Ports.STANDARD, Replicas.of(1)).byName())
                .containsEntry("door", 8080)
                .containsEntry("merchant-service", 8081)
                .containsEntry("notification-gateway", 8085)
                .containsEntry("web", 8086)
                .containsEntry("postgres", 15432)
                .containsEntry("redis", 16379)
                .containsEntry("simulator", 18090);
    }

    @Test
    void no_two_parts_share_a_port_however_many_replicas_there_are() {
        for (int replicas = 1; replicas <= 4; replicas++) {
            assertThat(Ports.from(Ports.STANDARD, Replicas.of(replicas))
                            .byName()
                            .values())
                    .doesNotHaveDuplicates();
            assertThat(Ports.from(21_700, Replicas.of(replicas)).byName().values())
                    .doesNotHaveDuplicates()
                    .allMatch(port -> port >= 21_700 && port < 21_760);
        }
    }

    @Test
    void a_taken_port_is_told_with_a_free_one() throws IOException {
        Ports ports = Ports.anyFree(Replicas.of(1));
        ports.refuseTaken();
        try (ServerSocket taken = new ServerSocket(ports.of("redis"), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::refuseTaken)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (redis)")
                    .hasMessageContaining("--port redis=");
        }
    }

    @Test
    void a_single_part_can_move_and_an_unknown_one_is_refused() {
        Ports ports = Ports.from(Ports.STANDARD, Replicas.of(1));
        assertThat(ports.with(Map.of("door", 9090)).url("door")).isEqualTo("http://127.0.0.1:9090");
        assertThatThrownBy(() -> ports.with(Map.of("window", 9090))).hasMessageContaining("window");
    }
}
