package io.sirenorder.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import io.sirenorder.kit.problem.RefusedValue;
import io.sirenorder.kit.text.CardNumbers;
import io.sirenorder.kit.text.Paragraph;
import io.sirenorder.kit.text.Pasted;
import io.sirenorder.kit.text.Text;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Reads strings that keep to {@link Text}: on one line unless their property is a {@link Paragraph}. */
class FitText extends StdScalarDeserializer<String> implements ContextualDeserializer {
    private final Text.Form form;
    private final transient UnaryOperator<String> reading;

    FitText() {
        this(Text.Form.ONE_LINE, UnaryOperator.identity());
    }

    private FitText(Text.Form form, UnaryOperator<String> reading) {
        super(String.class);
        this.form = form;
        this.reading = reading;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        if (property != null && property.getAnnotation(Paragraph.class) != null) {
            return new FitText(Text.Form.PARAGRAPH, Text::withLineFeeds);
        }
        return property != null && property.getAnnotation(Pasted.class) != null
                ? new FitText(Text.Form.ONE_LINE, Text::pasted)
                : this;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text == null ? null : require(reading.apply(text), form, parser);
    }

    static String require(String text, Text.Form form, JsonParser parser) throws RefusedValue {
        String flaw = Text.flaw(text, form).orElse(null);
        if (flaw != null) {
            throw new RefusedValue(parser, String.class, flaw);
        }
        if (CardNumbers.areIn(text)) {
            throw new RefusedValue(parser, String.class, "must not contain a card number");
        }
        return text;
    }
}
