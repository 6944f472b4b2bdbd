package io.sirenorder.feed.bell;

import io.vertx.redis.client.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of a producer's feed, as it is published. A forged one costs a needless pull.
 *
 * @param news the types of the newest events; empty when they are not known
 */
record BellMessage(String producer, long head, Set<String> news) {
    private static final Pattern FORM = Pattern.compile("([a-z]{1,32}) ([0-9]{1,18})(?: ([a-z.,-]{1,4000}))?");

    static Optional<BellMessage> parse(Response push) {
        return push.size() == 3 && "message".equals(push.get(0).toString())
                ? parse(push.get(2).toString())
                : Optional.empty();
    }

    static Optional<BellMessage> parse(String text) {
        Matcher words = FORM.matcher(text);
        return words.matches()
                ? Optional.of(new BellMessage(words.group(1), Long.parseLong(words.group(2)), news(words.group(3))))
                : Optional.empty();
    }

    private static Set<String> news(String types) {
        return types == null ? Set.of() : Arrays.stream(types.split(",")).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return news.isEmpty()
                ? producer + " " + head
                : producer + " " + head + " " + String.join(",", new TreeSet<>(news));
    }
}
