package io.sirenorder.feed.bell;

import io.vertx.redis.client.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far whose feed reaches. A forged one costs a needless look. */
record Ring(String producer, long head) {
    private static final Pattern FORM = Pattern.compile("([a-z]{1,32}) ([0-9]{1,18})");

    static Optional<Ring> parse(Response push) {
        return push.size() == 3 && "message".equals(push.get(0).toString())
                ? parse(push.get(2).toString())
                : Optional.empty();
    }

    static Optional<Ring> parse(String text) {
        Matcher words = FORM.matcher(text);
        return words.matches()
                ? Optional.of(new Ring(words.group(1), Long.parseLong(words.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return producer + " " + head;
    }
}
