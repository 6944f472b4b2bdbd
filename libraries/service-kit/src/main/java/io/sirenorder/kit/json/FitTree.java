package io.sirenorder.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.sirenorder.kit.text.Text;
import java.io.IOException;
import java.util.Iterator;

/** Reads JSON of free form whose strings and keys keep to {@link Text}, as paragraphs: their use decides about lines. */
class FitTree extends StdDeserializer<JsonNode> {
    private static final JsonDeserializer<? extends JsonNode> ANY =
            JsonNodeDeserializer.getDeserializer(JsonNode.class);

    FitTree() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = ANY.deserialize(parser, context);
        check(tree, parser);
        return tree;
    }

    /** Recursion is as deep as the nesting that {@link StrictJson} allows. */
    private static void check(JsonNode node, JsonParser parser) throws IOException {
        if (node.isTextual()) {
            FitText.require(node.textValue(), Text.Form.PARAGRAPH, parser);
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            FitText.require(names.next(), Text.Form.ONE_LINE, parser);
        }
        for (JsonNode child : node) {
            check(child, parser);
        }
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return context.getNodeFactory().nullNode();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
