package io.sirenorder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.notification.ServerMessage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} is generated from the records; {@code -Dsiren.regenerate=true} rewrites it. */
class EventCatalogueTest {
    private static final Path DOCUMENT = Path.of("../../docs/events.md");

    @Test
    void the_catalogue_is_current() throws IOException {
        String catalogue = catalogue();
        if (Boolean.getBoolean("siren.regenerate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, catalogue);
        }
        assertThat(DOCUMENT)
                .as("stale; run the test with -Dsiren.regenerate=true")
                .content()
                .isEqualTo(catalogue);
    }

    private static String catalogue() {
        String events =
                Wire.eventFamilies().stream().map(EventCatalogueTest::family).collect(Collectors.joining("\n"));
        String messages = Wire.messages().map(EventCatalogueTest::message).collect(Collectors.joining());
        return """
                # Events and messages

                Generated from `contracts`. What each looks like is frozen in `contracts/src/test/resources/golden`.

                Events travel in the feed's envelope `{pos, id, stream, version, type, v, body, at, trace}`; `body` is the
                event, which repeats its type. Within a stream they arrive in order, and once in effect.

                %s
                ## Messages to sockets

                The frame's `t`, and the members of its `d`. *Acked* ones are sent again until the client acknowledges their key;
                a *latest* one stands for all earlier ones of its type and key.

                | message | members | key | kind |
                |---|---|---|---|
                %s""".formatted(events, messages);
    }

    private static String family(Class<?> family) {
        String rows = Arrays.stream(family.getPermittedSubclasses())
                .map(EventCatalogueTest::event)
                .collect(Collectors.joining());
        return """
                ## %s

                | event | members | stream |
                |---|---|---|
                %s""".formatted(title(family), rows);
    }

    /** {@code io.sirenorder.contracts.coupon.GiftEvent} as "Gift, from coupon-service". */
    private static String title(Class<?> family) {
        String producer = family.getPackageName().replaceAll(".*\\.", "");
        return family.getSimpleName().replace("Event", "") + ", from " + producer + "-service";
    }

    private static String event(Class<?> type) {
        String stream = ((Event) Specimens.of(type)).stream().replaceAll(":.*", ":ID");
        return "| `%s` | %s | `%s` |%n".formatted(Wire.name(type), members(type), stream);
    }

    private static String message(Class<?> type) {
        ServerMessage message = (ServerMessage) Specimens.of(type);
        String kind = message.needsAck() ? "acked" : message.isSuperseded() ? "latest" : "";
        String key = message.key().contains(":") ? message.key().replaceAll(":.*", ":ID") : message.key();
        return "| `%s` | %s | `%s` | %s |%n".formatted(message.type(), members(type), key, kind);
    }

    private static String members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(EventCatalogueTest::member)
                .collect(Collectors.joining(", "));
    }

    private static String member(RecordComponent component) {
        return "`" + component.getName() + "` " + simple(component.getGenericType());
    }

    private static String simple(Type type) {
        return type.getTypeName().replaceAll("[a-z]+\\.", "").replace('<', '(').replace(">", ")");
    }
}
