package io.sirenorder.testkit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bodies that no operation takes, and fields that say nothing true of a body. */
final class MalformedBodies {
    static final List<String> FIELDS = List.of(
            "Content-Type: ",
            "Content-Type: /",
            "Content-Type: nonsense",
            "Content-Type: application/json;charset=",
            "Content-Type: application/json;charset=nonsense",
            "Content-Type: application/json;charset=utf-16",
            "Content-Type: application/json;charset=\"",
            "Content-Type: application/json;=;",
            "Content-Type: application/json, text/plain",
            "Content-Type: application/\u00e4",
            "Content-Type: */*",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: application/" + "x".repeat(5_000),
            "Content-Type: application/json\r\nContent-Encoding: gzip",
            "Content-Type: application/json\r\nContent-Encoding: nonsense",
            "Content-Type: application/json\r\nContent-Type: text/plain",
            "Content-Type: application/json\r\nIdempotency-Key: ",
            "Content-Type: application/json\r\nIdempotency-Key: " + "k".repeat(300),
            "Content-Type: application/json\r\nIdempotency-Key: \u00e4\u00f6",
            "Content-Type: application/json\r\nIdempotency-Key: a\r\nIdempotency-Key: b");

    /** Bodies whose second part, or first, is no chunk. */
    static final List<String> BROKEN_CHUNKS = List.of(
            "7\r\n{\"a\":1}\r\nzz\r\n\r\n0\r\n\r\n",
            "7\r\n{\"a\":1}nonsense\r\n0\r\n\r\n",
            "7\r\n{\"a\":1}\r\n-1\r\n0\r\n\r\n",
            "7\r\n{\"a\":1}\r\nfffffffffffffffff\r\n0\r\n\r\n",
            "nonsense\r\n\r\n");

    private MalformedBodies() {}

    /** Bodies by what a failure calls them; no operation has a member of their names. */
    static Map<String, byte[]> byName() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        Stream.of(
                        "",
                        " ",
                        "\0",
                        "null",
                        "1",
                        "\"\"",
                        "[]",
                        "{",
                        "{}{}",
                        "{}x",
                        "{'a':1}",
                        "{a:1}",
                        "{\"a\":1,}",
                        "{\"a\":01}",
                        "{\"a\":+1}",
                        "{\"a\":.5}",
                        "{\"a\":NaN}",
                        "{\"a\":Infinity}",
                        "{\"a\":1E400}",
                        "{\"a\":1e999999}",
                        "{\"a\":1e999999999999}",
                        "{\"a\":-1E-999999}",
                        "{\"a\":" + "9".repeat(10_000) + "}",
                        "{\"a\":1,\"a\":2}",
                        "{\"\":1}",
                        "{\"__proto__\":{}}",
                        "{\"@class\":\"java.lang.Object\"}",
                        "{\"a\":\"\\ud800\"}",
                        "{\"a\":\"\\udc00\\ud800\"}",
                        "{\"\\ud800\":1}",
                        "{\"a\":\"\\u0000\"}",
                        "{\"a\":\"\\x\"}",
                        "{\"a\":\"\n\"}",
                        "{\"a\":/*c*/1}",
                        "{\"" + "a".repeat(5_000) + "\":1}",
                        "{\"a\":\"" + "x".repeat(60_000) + "\"}",
                        "{\"a\":\"" + "x".repeat(70_000) + "\"}",
                        "[".repeat(30_000),
                        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))
                .forEach(body -> bodies.put(MalformedRequests.shortened(body), body.getBytes(StandardCharsets.UTF_8)));
        bodies.put("a byte order mark", "\ufeff{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        for (Charset charset : List.of(
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16,
                Charset.forName("UTF-32"))) {
            bodies.put(charset.name(), "{\"a\":1}".getBytes(charset));
        }
        bodies.put("half a character", new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
        bodies.put("an overlong character", new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put(
                "a surrogate in UTF-8",
                new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'});
        return bodies;
    }
}
