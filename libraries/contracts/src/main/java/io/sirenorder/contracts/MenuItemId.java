package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An item of the menu by its readable name: {@code caffe-latte}. */
public record MenuItemId(@JsonValue String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public MenuItemId {
        if (value == null || !SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException("not a menu item id");
        }
    }

    @JsonCreator
    public static MenuItemId fromString(String text) {
        return new MenuItemId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
