package io.sirenorder.kit.text;

import static io.sirenorder.kit.text.Text.Form.ONE_LINE;
import static io.sirenorder.kit.text.Text.Form.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "\u001bp0",
                "a\tb",
                "a\rb",
                "\u007f",
                "a\u0085b",
                "\u009b2J",
                "a\u2028b",
                "a\u2029b",
                "\ud83d",
                "a\udc00b",
                "\ufffe",
                "\uffff",
                "\ufdd0",
                "\ud83f\udfff",
                "\u202eevil",
                "a\u2066b",
                "a\u200fb",
                "a\u061cb",
                "\ufeffa",
                "a\ufff9b",
                "\u200b\u200b",
                "\u200d",
                "\u3164",
                "\u115f \u1160",
                "\u2800",
                "\ufe0f",
                "\u00ad"
            })
    void text_that_should_not_exist_is_refused_on_one_line_and_in_paragraphs(String text) {
        assertThat(Text.flaw(text, ONE_LINE)).isPresent();
        assertThat(Text.flaw(text, PARAGRAPH)).isPresent();
        assertThat(Text.flaw(Text.clean(text), ONE_LINE)).isEmpty();
        assertThat(Text.flaw(Text.clean(text, PARAGRAPH), PARAGRAPH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "아이스 아메리카노 2잔",
                "<b>=1+1|cmd</b>",
                "\u1112\u1161\u11ab",
                "👨‍👩‍👧‍👦",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "☕️",
                "e\u0301",
                "سلام",
                "می‌خواهم",
                "\ue000"
            })
    void text_that_people_write_is_taken(String text) {
        assertThat(Text.flaw(text, ONE_LINE)).isEmpty();
        assertThat(Text.clean(text)).isEqualTo(text);
    }

    @Test
    void a_line_feed_is_for_paragraphs() {
        assertThat(Text.flaw("a\nb", ONE_LINE)).contains("must not contain the character U+000A");
        assertThat(Text.flaw("a\nb", PARAGRAPH)).isEmpty();
        assertThat(Text.clean("a\r\nb")).isEqualTo("a b");
        assertThat(Text.clean("a\r\nb\rc", PARAGRAPH)).isEqualTo("a\nb\nc");
    }

    @Test
    void a_refused_character_is_named_and_a_clean_text_shows_where_it_was() {
        assertThat(Text.flaw("a\u0000b", ONE_LINE)).contains("must not contain the character U+0000");
        assertThat(Text.flaw("\u200b", ONE_LINE)).contains("must contain something visible");
        assertThat(Text.clean("a\u0000b\tc")).isEqualTo("a\ufffdb c");
        assertThat(Text.clean("\u200b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "가",
                "\u1112\u1161\u11ab",
                "👨‍👩‍👧‍👦",
                "👩🏽‍❤️‍💋‍👨🏿",
                "🇰🇷",
                "e\u0301",
                "1️⃣",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿"
            })
    void length_is_counted_in_what_people_call_characters(String character) {
        assertThat(Text.length(character)).isEqualTo(1);
        assertThat(Text.fits(character.repeat(20), ONE_LINE, 20)).isTrue();
        assertThat(Text.fits(character.repeat(21), ONE_LINE, 20)).isFalse();
        assertThat(Text.shortened(character.repeat(21), 20)).isEqualTo(character.repeat(20));
    }

    @Test
    void a_cluster_of_endless_marks_is_no_character() {
        String endless = "e" + "\u0301".repeat(10_000);
        assertThat(Text.isUpTo(endless, 20)).isFalse();
        assertThat(Text.isUpTo(Text.shortened(endless, 20), 20)).isTrue();
    }

    @Test
    void pasted_text_is_read_like_typed_text() {
        assertThat(Text.pasted(" ABCD\u00a0EFGH\t\r\n\u200b")).isEqualTo("ABCD EFGH");
    }
}
