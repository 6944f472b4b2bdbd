package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sirenorder.documents.OpenApiDocument;
import io.sirenorder.documents.SocketDocument;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Judge of all that pages and the scripted house say to each other: held against {@code docs}: offences are kept until a test asks. */
final class Documented {
    private static final OpenApiDocument OPERATIONS =
            OpenApiDocument.of(Path.of("..", "docs", "openapi", "siren-order.yaml"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> offences = new CopyOnWriteArrayList<>();
    private final Set<String> frames = new ConcurrentSkipListSet<>();

    /** An answer, and the request that was taken with it; a path of the pages' own is none of the documents'. */
    void answered(String method, String path, int status, String type, String body) {
        if (OPERATIONS.knows(method, path)) {
            hold(() -> OPERATIONS.assertDocumented(method, path, status, type, body));
        }
    }

    /** A request that was taken. */
    void asked(String method, String path, String body) {
        hold(() -> OPERATIONS.assertAsked(method, path, body));
    }

    /** A frame of either side. */
    void said(JsonObject frame) {
        frames.add(frame.getString("t"));
        hold(() -> SocketDocument.assertDescribes(read(frame)));
    }

    /** Types of all frames so far. */
    Set<String> frames() {
        return frames;
    }

    void forget() {
        offences.clear();
        frames.clear();
    }

    /** Asserts that everything since the last {@link #forget()} was as documented. */
    void assertHeld() {
        assertThat(offences).isEmpty();
    }

    private void hold(Runnable claim) {
        try {
            claim.run();
        } catch (AssertionError offence) {
            offences.add(offence.getMessage());
        }
    }

    private static JsonNode read(JsonObject frame) {
        try {
            return JSON.readTree(frame.encode());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
