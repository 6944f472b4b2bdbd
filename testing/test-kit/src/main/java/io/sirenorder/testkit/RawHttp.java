package io.sirenorder.testkit;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Requests to the service under test as bytes, for what no HTTP client would send. */
public final class RawHttp {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int NO_ANSWER = 0;

    private RawHttp() {}

    /** The head of a request. */
    public static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** All that comes until the other end closes the connection. */
    public static String untilTheEnd(String request) throws IOException {
        try (Socket socket = connect(request.getBytes(StandardCharsets.US_ASCII))) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The first bytes that come. */
    public static String answer(String request) throws IOException {
        try (Socket socket = connect(request.getBytes(StandardCharsets.US_ASCII))) {
            byte[] answer = new byte[2_000];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
        }
    }

    /** The whole answer to these bytes; status 0 if the connection ends without one. */
    static Answer exchange(byte[] request) throws IOException {
        try (Socket socket = connect(request)) {
            InputStream in = socket.getInputStream();
            String head = head(in);
            if (head.isEmpty()) {
                return new Answer(NO_ANSWER, "", "");
            }
            int length = Arrays.stream(head.split("\r\n"))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(
                            line.substring("content-length:".length()).strip()))
                    .findFirst()
                    .orElse(0);
            return new Answer(
                    Integer.parseInt(head.split(" ", 3)[1]),
                    head.toLowerCase(Locale.ROOT),
                    new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = read(in);
            if (next < 0) {
                return "";
            }
            head.write(next);
            text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
        }
        return text;
    }

    private static int read(InputStream in) throws IOException {
        try {
            return in.read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    private static Socket connect(byte[] request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(request);
        return socket;
    }

    /** An answer; its head is in lower case. */
    record Answer(int status, String head, String body) {}
}
