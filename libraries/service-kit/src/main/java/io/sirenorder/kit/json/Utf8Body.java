package io.sirenorder.kit.json;

import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.UnsupportedMediaType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Takes JSON in UTF-8 alone, as RFC 8259 says, and without a byte order mark: Jackson would guess UTF-16 and UTF-32, and
 * takes overlong sequences. A body that a resource reads as bytes is that resource's to check.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(Utf8Body.AFTER_ITS_SIZE)
public class Utf8Body implements ReaderInterceptor {
    static final int AFTER_ITS_SIZE = 6_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType()) && context.getType() != byte[].class) {
            requireUtf8(context.getMediaType().getParameters().get(MediaType.CHARSET_PARAMETER));
            byte[] body = context.getInputStream().readAllBytes();
            check(body);
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private static void requireUtf8(String charset) {
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new UnsupportedMediaType();
        }
    }

    private static void check(byte[] body) {
        String text = decoded(body);
        if (text == null || text.indexOf('\0') >= 0 || text.startsWith(BYTE_ORDER_MARK)) {
            throw new InvalidRequest("body", "must be JSON in UTF-8 without a byte order mark");
        }
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
