package io.sirenorder.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent: its media type, its entity tag, its bytes and, where that is shorter, the same compressed. */
record PageFile(String type, String tag, Buffer plain, Buffer zipped) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "", "text/plain; charset=utf-8");

    static PageFile of(String name, byte[] content) {
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        String type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalStateException("no media type is known for " + name);
        }
        byte[] zipped = ending.equals("png") ? content : zip(content);
        return new PageFile(
                type,
                "W/\"" + Digest.of(content) + "\"",
                Buffer.buffer(content),
                zipped.length < content.length ? Buffer.buffer(zipped) : null);
    }

    static PageFile of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new Smallest(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Compression that is slow and small: it is done once, at start. */
    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
