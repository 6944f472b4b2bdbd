package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that the protocol forbids, byte by byte, and the cost of a peer that reads nothing. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class WireTest {
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int RSV2 = 0x20;
    private static final int RSV3 = 0x10;
    private static final int PONG = 0xa;
    private static final long PONG_INTERVAL_NANOS = 200_000_000;

    @TestHTTPResource
    URI base;

    @Inject
    Post post;

    private final TestUser merchant = TestUser.merchant();

    @Test
    void what_the_protocol_forbids_is_closed_with_its_code() {
        Map<String, Integer> codes = new LinkedHashMap<>();
        table().forEach((what, row) -> {
            try (RawSocket raw = open()) {
                row.bytes().accept(raw);
                codes.put(what, raw.closeCode());
            }
        });
        Map<String, Integer> expected = new LinkedHashMap<>();
        table().forEach((what, row) -> expected.put(what, row.code()));
        assertThat(codes).isEqualTo(expected);
    }

    private record Row(int code, Consumer<RawSocket> bytes) {}

    private static Map<String, Row> table() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("binary", new Row(1003, raw -> raw.send(FIN | RawSocket.BINARY, new byte[] {1})));
        rows.put("empty binary", new Row(1003, raw -> raw.send(FIN | RawSocket.BINARY, new byte[0])));
        rows.put("bad UTF-8", new Row(1007, raw -> raw.send(FIN | RawSocket.TEXT, bytes(0x22, 0xc3, 0x28))));
        rows.put("surrogate in UTF-8", new Row(1007, raw -> raw.send(FIN | RawSocket.TEXT, bytes(0xed, 0xa0, 0x80))));
        rows.put("bad UTF-8 over two frames", new Row(1007, raw -> {
            raw.send(RawSocket.TEXT, bytes(0x22, 0xe2, 0x82));
            raw.send(FIN | RawSocket.CONTINUATION, bytes(0x28));
        }));
        rows.put("one frame too long", new Row(1009, raw -> raw.send(FIN | RawSocket.TEXT, spaces(16_385))));
        rows.put("frames too long together", new Row(1009, raw -> {
            raw.send(RawSocket.TEXT, spaces(10_000));
            raw.send(FIN | RawSocket.CONTINUATION, spaces(10_000));
        }));
        rows.put("announced too long", new Row(1009, raw -> raw.write(bytes(0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0))));
        rows.put("compressed", new Row(1002, raw -> raw.send(FIN | RSV1 | RawSocket.TEXT, spaces(1))));
        for (int reserved : new int[] {RSV1, RSV2, RSV3, RSV1 | RSV2 | RSV3}) {
            rows.put(
                    "reserved bits " + reserved,
                    new Row(1002, raw -> raw.send(FIN | reserved | RawSocket.TEXT, spaces(1))));
            rows.put(
                    "reserved bits of a ping " + reserved,
                    new Row(1002, raw -> raw.send(FIN | reserved | RawSocket.PING, spaces(1))));
            rows.put("reserved bits of a continuation " + reserved, new Row(1002, raw -> {
                raw.send(RawSocket.TEXT, spaces(1));
                raw.send(FIN | reserved | RawSocket.CONTINUATION, spaces(1));
            }));
        }
        rows.put("reserved opcode", new Row(1002, raw -> raw.send(FIN | 0x3, spaces(1))));
        rows.put("reserved control opcode", new Row(1002, raw -> raw.send(FIN | 0xb, spaces(1))));
        rows.put("unmasked", new Row(1002, raw -> raw.write(bytes(0x81, 0x01, 0x20))));
        rows.put("fragmented ping", new Row(1002, raw -> raw.send(RawSocket.PING, spaces(1))));
        rows.put("long ping", new Row(1002, raw -> raw.send(FIN | RawSocket.PING, spaces(126))));
        rows.put("long pong", new Row(1002, raw -> raw.send(FIN | PONG, spaces(126))));
        rows.put("long close", new Row(1002, raw -> raw.send(FIN | RawSocket.CLOSE, spaces(126))));
        rows.put("fragmented close", new Row(1002, raw -> raw.send(RawSocket.CLOSE, bytes(3, 0xe8))));
        rows.put("unmasked ping", new Row(1002, raw -> raw.write(bytes(0x89, 0x00))));
        rows.put("unmasked close", new Row(1002, raw -> raw.write(bytes(0x88, 0x02, 3, 0xe8))));
        rows.put(
                "length with its highest bit",
                new Row(1002, raw -> raw.write(bytes(0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0))));
        rows.put("many frames too long together", new Row(1009, raw -> {
            raw.send(RawSocket.TEXT, spaces(1_000));
            for (int sent = 0; sent < 20; sent++) {
                raw.send(RawSocket.CONTINUATION, spaces(1_000));
            }
        }));
        rows.put(
                "half a character at the end",
                new Row(1007, raw -> raw.send(FIN | RawSocket.TEXT, bytes(0x22, 0xe2, 0x82))));
        rows.put("overlong UTF-8", new Row(1007, raw -> raw.send(FIN | RawSocket.TEXT, bytes(0x22, 0xc0, 0x80))));
        rows.put("beyond Unicode", new Row(1007, raw -> raw.send(FIN | RawSocket.TEXT, bytes(0xf4, 0x90, 0x80, 0x80))));
        rows.put("close with 1005", new Row(1002, raw -> raw.send(FIN | RawSocket.CLOSE, bytes(3, 0xed))));
        rows.put("close with 1006", new Row(1002, raw -> raw.send(FIN | RawSocket.CLOSE, bytes(3, 0xee))));
        rows.put("close with 999", new Row(1002, raw -> raw.send(FIN | RawSocket.CLOSE, bytes(3, 0xe7))));
        rows.put("continuation of nothing", new Row(1002, raw -> raw.send(FIN | RawSocket.CONTINUATION, spaces(1))));
        rows.put("text within a text", new Row(1002, raw -> {
            raw.send(RawSocket.TEXT, spaces(1));
            raw.send(FIN | RawSocket.TEXT, spaces(1));
        }));
        rows.put("close with one byte", new Row(1002, raw -> raw.send(FIN | RawSocket.CLOSE, spaces(1))));
        rows.put("close with a forbidden code", new Row(1002, raw -> raw.send(FIN | RawSocket.CLOSE, bytes(3, 0xed))));
        rows.put(
                "close with bad UTF-8",
                new Row(1007, raw -> raw.send(FIN | RawSocket.CLOSE, bytes(3, 0xe8, 0xc3, 0x28))));
        rows.put("a good close", new Row(1000, raw -> raw.send(FIN | RawSocket.CLOSE, bytes(3, 0xe8))));
        rows.put(
                "an HTTP request",
                new Row(1002, raw -> raw.write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))));
        return rows;
    }

    @Test
    void a_message_of_the_greatest_length_in_many_frames_arrives() {
        String frame = "{\"t\":\"coffee.brew\",\"id\":\"c-1\"}";
        byte[] all = (frame + " ".repeat(16_384 - frame.length())).getBytes(StandardCharsets.US_ASCII);
        try (RawSocket raw = open()) {
            for (int from = 0; from < all.length; from += 1_024) {
                boolean last = from + 1_024 == all.length;
                byte[] part = java.util.Arrays.copyOfRange(all, from, from + 1_024);
                raw.send((last ? FIN : 0) | (from == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION), part);
            }
            assertThat(nextText(raw)).contains("unknown-type");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {FIN | RawSocket.PING, FIN | PONG, RawSocket.CONTINUATION})
    void a_flood_of_frames_that_say_nothing_is_closed(int frame) {
        try (RawSocket raw = open()) {
            if (frame == RawSocket.CONTINUATION) {
                raw.send(RawSocket.TEXT, spaces(1));
            }
            for (int sent = 0; sent < 300; sent++) {
                raw.send(frame, new byte[0]);
            }
            assertThat(raw.closeCode()).isEqualTo(CloseReason.RATE_LIMITED.code());
        }
    }

    @Test
    void a_peer_that_does_not_answer_pings_is_closed_and_then_cut() {
        try (RawSocket raw = open()) {
            assertThat(raw.closeCode()).isEqualTo(CloseReason.NO_PONG.code());
            assertThat(raw.ends()).isTrue();
        }
    }

    @Test
    void a_reader_that_is_too_slow_is_cut_and_costs_little() {
        String d = "{\"status\":\"wait\",\"note\":\"" + "x".repeat(4_000) + "\"}";
        try (RawSocket slow = RawSocket.open(base, "/ws/merchant", merchant.token(), 4_096);
                Peer quick = Peer.open(base, "/ws/merchant", merchant.token())) {
            quick.welcome();
            slow.read();
            for (int i = 0; i < 400; i++) {
                post.publish(merchant.self(), "-", "order:o-" + i, "order.changed", d);
            }
            int received = 0;
            for (int i = 0; i < 400; i++) {
                quick.next("order.changed");
            }
            for (var frame = slow.read(); frame.isPresent(); frame = slow.read()) {
                received++;
            }
            assertThat(received * 4_000L).isLessThan(1_000_000);
            assertThat(quick.isOpen()).isTrue();
        }
    }

    @Test
    void a_reader_that_pauses_gets_the_newest_of_each_subject_in_order() {
        String padding = "\"note\":\"" + "x".repeat(2_000) + "\"";
        try (RawSocket slow = RawSocket.open(base, "/ws/merchant", merchant.token(), 4_096)) {
            slow.read();
            long ponged = System.nanoTime();
            for (int i = 0; i < 600; i++) {
                post.status(merchant.self(), "o-1", "{\"version\":" + i + "," + padding + "}");
                if (System.nanoTime() - ponged > PONG_INTERVAL_NANOS) {
                    slow.send(FIN | PONG, new byte[0]);
                    ponged = System.nanoTime();
                }
            }
            post.order(merchant.self(), "o-2");
            int received = 0;
            int version = -1;
            for (String text = nextText(slow); !text.contains("order.placed"); text = nextText(slow)) {
                int next = Integer.parseInt(text.replaceAll(".*\"version\":(\\d+).*", "$1"));
                assertThat(next).isGreaterThan(version);
                version = next;
                received++;
            }
            assertThat(version).isEqualTo(599);
            assertThat(received).isLessThan(600);
        }
    }

    private RawSocket open() {
        RawSocket raw = RawSocket.open(base, "/ws/merchant", TestUser.merchant().token());
        assertThat(nextText(raw)).contains("session.welcome");
        return raw;
    }

    private static String nextText(RawSocket raw) {
        for (var frame = raw.read(); frame.isPresent(); frame = raw.read()) {
            switch (frame.get().opcode()) {
                case RawSocket.TEXT -> {
                    return frame.get().text();
                }
                case RawSocket.PING -> raw.send(FIN | PONG, new byte[0]);
                default ->
                    throw new AssertionError(frame.get() + " " + frame.get().closeCode());
            }
        }
        throw new AssertionError("ended");
    }

    private static byte[] spaces(int length) {
        byte[] spaces = new byte[length];
        java.util.Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }
}
