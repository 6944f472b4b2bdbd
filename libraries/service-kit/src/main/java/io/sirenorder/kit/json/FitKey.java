package io.sirenorder.kit.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import io.sirenorder.kit.text.Text;
import java.io.IOException;

/** Reads the keys of maps by the same rule as {@link FitText} their values. */
class FitKey extends KeyDeserializer {
    @Override
    public String deserializeKey(String key, DeserializationContext context) throws IOException {
        return FitText.require(key, Text.Form.ONE_LINE, context.getParser());
    }
}
