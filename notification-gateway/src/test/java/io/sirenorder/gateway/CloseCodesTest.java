package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.SirenTestResource;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The codes of peers' close frames (RFC 6455, 7.4): those that a peer may send come back, all others are a breach. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CloseCodesTest {
    private static final int CLOSE_FRAME = 0x80 | RawSocket.CLOSE;
    private static final int BREACH = 1002;

    @TestHTTPResource
    URI base;

    private final TestUser buyer = TestUser.buyer();

    @Test
    void a_code_that_a_peer_may_send_is_answered_with_itself() {
        IntStream may = IntStream.of(1000, 1001, 1002, 1003, 1007, 1008, 1011, 1012, 1014, 3000, 3999, 4000, 4999);
        assertAnswers(may, code -> code);
    }

    @Test
    void a_code_that_no_peer_may_send_is_answered_as_a_breach() {
        IntStream mayNot = IntStream.of(
                0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1999, 2000, 2999, 5000, 5001, 9999, 32_767, 32_768, 65_535);
        assertAnswers(mayNot, code -> BREACH);
    }

    private void assertAnswers(IntStream codes, IntUnaryOperator expected) {
        Map<Integer, Integer> answers = new TreeMap<>();
        Map<Integer, Integer> due = new TreeMap<>();
        codes.forEach(code -> {
            answers.put(code, answerTo(code));
            due.put(code, expected.applyAsInt(code));
        });
        assertThat(answers).isEqualTo(due);
    }

    private int answerTo(int code) {
        try (RawSocket raw = RawSocket.open(base, "/ws/buyer", buyer.token())) {
            raw.send(
                    CLOSE_FRAME,
                    ByteBuffer.allocate(Short.BYTES).putShort((short) code).array());
            return raw.closeCode();
        }
    }
}
