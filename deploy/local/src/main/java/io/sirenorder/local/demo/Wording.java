package io.sirenorder.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for ids, money and messages. */
final class Wording {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Wording() {}

    /** Lines of an order. */
    static String lines(Frame order) {
        StringBuilder text = new StringBuilder();
        order.d()
                .path("lines")
                .forEach(line -> text.append(text.isEmpty() ? "" : ", ")
                        .append(line.path("quantity").asInt())
                        .append(" × ")
                        .append(line.path("name").asText()));
        return text.toString();
    }

    /** Members of a message about an order, beyond its status. */
    static String details(Frame frame) {
        List<String> details = new ArrayList<>();
        if (frame.text("status").equals("accept")) {
            details.add("ready by " + CLOCK.format(Instant.parse(frame.text("readyBy"))));
        }
        if (frame.d().hasNonNull("reason")) {
            details.add(frame.text("reason"));
        }
        if (frame.d().hasNonNull("refund")) {
            details.add("refund " + frame.text("refund"));
        }
        if (frame.d().hasNonNull("pointsEarned")) {
            details.add(
                    "%s points and %s stamp earned".formatted(frame.text("pointsEarned"), frame.text("stampsEarned")));
        }
        return details.isEmpty() ? "" : ": " + String.join(", ", details);
    }

    /** Time of day of a moment in an answer. */
    static String clock(JsonNode moment) {
        return CLOCK.format(Instant.parse(moment.asText()));
    }

    /** The answers to several callers in one line, those that got it first. */
    static String statuses(List<Answer> answers) {
        return answers.stream()
                .sorted(Comparator.comparingInt(Answer::status))
                .map(answer -> answer.status() < 300 ? "one gets it" : answer.problem())
                .collect(Collectors.joining(", "));
    }

    static String whom(Buyer someone) {
        return " as " + someone.email();
    }

    static String won(long amount) {
        return String.format(Locale.ROOT, "%,d won", amount);
    }

    static String brief(String id) {
        return id.substring(0, Math.min(8, id.length())) + "…";
    }
}
