package io.sirenorder.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A peer that writes any bytes to its connection. */
public final class RawSocket implements AutoCloseable {
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CONTINUATION = 0x0;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    private RawSocket(URI base, int receiveBuffer) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), TIMEOUT_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    /** The server's answer to a handshake. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** A frame that the server sent. */
    public record Frame(int opcode, ByteBuffer payload) {
        public String text() {
            return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
        }

        public int closeCode() {
            return payload.getShort(0) & 0xffff;
        }
    }

    /** An upgrade that is expected to be permitted. */
    public static RawSocket open(URI base, String path, String token) {
        return open(base, path, token, 65_536);
    }

    public static RawSocket open(URI base, String path, String token, int receiveBuffer) {
        try {
            RawSocket raw = new RawSocket(base, receiveBuffer);
            Answer answer = raw.handshake(path, Map.of("Authorization", "Bearer " + token));
            if (answer.status() != 101) {
                throw new AssertionError(answer);
            }
            return raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An upgrade with these headers, beside those that make it one; an empty value leaves a header out. */
    public static Answer knock(URI base, String path, Map<String, String> headers) {
        try (RawSocket raw = new RawSocket(base, 65_536)) {
            return raw.handshake(path, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer handshake(String path, Map<String, String> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", "localhost");
        all.put("Upgrade", "websocket");
        all.put("Connection", "Upgrade");
        all.put("Sec-WebSocket-Version", "13");
        all.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        all.put("Sec-WebSocket-Protocol", "siren.v1");
        all.putAll(headers);
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        all.forEach((name, value) -> request.append(value.isEmpty() ? "" : name + ": " + value + "\r\n"));
        write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
        return readAnswer();
    }

    private Answer readAnswer() throws IOException {
        int status = Integer.parseInt(readLine().split(" ", 3)[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Answer(status, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    public void text(String frame) {
        send(FIN | TEXT, frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public void send(int firstByte, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) firstByte);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload); // a mask of zeroes
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        write(bytes);
    }

    /** Bytes as they are. */
    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException gone) {
            // the server may have closed already; reading will tell
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next frame, or empty at the end of the connection. */
    public Optional<Frame> read() {
        try {
            int opcode = in.read();
            if (opcode < 0) {
                return Optional.empty();
            }
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            return Optional.of(new Frame(opcode & 0xf, ByteBuffer.wrap(in.readNBytes(length))));
        } catch (SocketException reset) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until a close frame, whose code is returned, or 1006 if the connection ends without. */
    public int closeCode() {
        for (Optional<Frame> frame = read(); frame.isPresent(); frame = read()) {
            if (frame.get().opcode() == CLOSE) {
                return frame.get().closeCode();
            }
        }
        return 1006;
    }

    /** Whether the server has ended the connection, after the bytes that it still sends. */
    public boolean ends() {
        Optional<Frame> frame = read();
        while (frame.isPresent()) {
            frame = read();
        }
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
