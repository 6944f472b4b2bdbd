package io.sirenorder.gateway.socket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A frame that a client sent; unknown members are ignored.
 *
 * @param type its {@code t}
 * @param id names a command, so that its reply can be told and its repetition recognised; null if absent
 * @param pos of an acknowledgement; null if absent
 * @param d an object or null
 */
record ClientFrame(String type, String id, String pos, JsonNode d) {
    private static final int DEEPEST = 32;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-zA-Z.-]{0,63}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final ObjectMapper MAPPER = mapper();

    /** Empty if it is not one JSON object of Unicode text with a type, and each known member in its form. */
    static Optional<ClientFrame> parse(String text) {
        try {
            JsonNode frame = MAPPER.readTree(text);
            return isFrame(frame) && isUnicode(frame) ? Optional.of(of(frame)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static ClientFrame of(JsonNode frame) {
        JsonNode d = frame.path("d");
        return new ClientFrame(
                frame.path("t").textValue(),
                frame.path("id").textValue(),
                frame.path("pos").textValue(),
                d.isObject() ? d : null);
    }

    private static boolean isFrame(JsonNode frame) {
        JsonNode id = frame.path("id");
        JsonNode d = frame.path("d");
        JsonNode pos = frame.path("pos");
        return frame.isObject()
                && frame.path("t").isTextual()
                && TYPE.matcher(frame.path("t").textValue()).matches()
                && (id.isMissingNode()
                        || (id.isTextual() && ID.matcher(id.textValue()).matches()))
                && (pos.isMissingNode() || pos.isTextual())
                && (d.isMissingNode() || d.isObject());
    }

    /** Half a surrogate pair, which only an escape can bring, would go on to the owner of a command as another character. */
    private static boolean isUnicode(JsonNode frame) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(frame.toString());
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }
}
