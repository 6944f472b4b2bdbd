package io.sirenorder.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a time from its ISO 8601 text; a number is refused. */
class TextualTime<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parse;

    TextualTime(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "not a text");
        }
        try {
            return parse.apply(parser.getText());
        } catch (DateTimeException e) {
            return context.reportInputMismatch(this, "not a time");
        }
    }
}
