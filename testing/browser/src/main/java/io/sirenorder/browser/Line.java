package io.sirenorder.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between one browser and its host: all bytes go through it, until it is cut. */
public final class Line implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;

    private final InetSocketAddress host;
    private final ServerSocket entry;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    private Line(InetSocketAddress host) throws IOException {
        this.host = host;
        this.entry = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    /** A line to the host of an address, whole at first. */
    public static Line to(String address) {
        URI uri = URI.create(address);
        try {
            return new Line(new InetSocketAddress(uri.getHost(), uri.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every connection, and each new one at once, as a router without power does. */
    public void cut() {
        isCut = true;
        ends.forEach(Line::end);
    }

    /** Lets connections through again; those that were cut stay ended. */
    public void mend() {
        isCut = false;
    }

    int port() {
        return entry.getLocalPort();
    }

    @Override
    public void close() {
        cut();
        end(entry);
    }

    private void serve() {
        while (!entry.isClosed()) {
            try {
                Socket browser = entry.accept();
                start(() -> connect(browser));
            } catch (IOException closed) {
                cut();
            }
        }
    }

    private void connect(Socket browser) {
        Socket server = new Socket();
        ends.add(browser);
        ends.add(server);
        try {
            if (!isCut) {
                server.connect(host, CONNECT_MILLIS);
                start(() -> pass(server, browser));
                pass(browser, server);
            }
        } catch (IOException refused) {
            System.err.println("line to " + host + ": " + refused);
        } finally {
            forget(browser);
            forget(server);
        }
    }

    /** Passes bytes on until one of the two ends. */
    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            forget(from);
            forget(to);
        }
    }

    private void forget(Socket socket) {
        ends.remove(socket);
        end(socket);
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("a socket of a test can't be closed", e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }
}
