package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Payments;
import io.sirenorder.simulator.webhook.Notifier;
import io.sirenorder.simulator.webhook.Webhook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code GET /payments}: a page of payments, newest first, by the filters that reconciling needs. */
final class V2Search {
    private static final Duration DEFAULT_SPAN = Duration.ofDays(90);
    private static final int MAX_REACH = 60_000;
    private static final int DEFAULT_SIZE = 10;

    private final Payments payments;
    private final Notifier notifier;
    private final V2Json json;

    V2Search(Payments payments, Notifier notifier, V2Json json) {
        this.payments = payments;
        this.notifier = notifier;
        this.json = json;
    }

    JsonObject find(JsonObject request, Instant now) {
        JsonObject page = request.getJsonObject("page", new JsonObject());
        int number = page.getInteger("number", 0);
        int size = page.getInteger("size", DEFAULT_SIZE);
        if (number < 0 || size < 1 || (number + 1L) * size > MAX_REACH) {
            throw V2Problem.invalid("(page.number + 1) * page.size is at most 60,000");
        }
        List<Attempt> found = matching(request.getJsonObject("filter", new JsonObject()), now);
        return new JsonObject()
                .put("items", items(found, number, size))
                .put(
                        "page",
                        new JsonObject().put("number", number).put("size", size).put("totalCount", found.size()));
    }

    private JsonArray items(List<Attempt> found, int number, int size) {
        JsonArray items = new JsonArray();
        found.stream()
                .skip((long) number * size)
                .limit(size)
                .forEach(attempt -> items.add(json.payment(attempt, notifier.history(attempt))));
        return items;
    }

    private List<Attempt> matching(JsonObject filter, Instant now) {
        boolean byChange = "STATUS_CHANGED_AT".equals(filter.getString("timestampType", "STATUS_CHANGED_AT"));
        Function<Attempt, Instant> time = byChange ? Attempt::changedAt : Attempt::requestedAt;
        Comparator<Attempt> oldestFirst = Comparator.comparing(time);
        boolean ascending = "ASC".equals(filter.getString("sortOrder"));
        return payments.all().stream()
                .filter(attempt -> attempt.purchase().version() == ApiVersion.V2)
                .filter(within(filter, time, now))
                .filter(ofStatus(filter))
                .filter(ofWebhookStatus(filter))
                .filter(ofChannelAndText(filter))
                .sorted(ascending ? oldestFirst : oldestFirst.reversed())
                .toList();
    }

    private static Predicate<Attempt> within(JsonObject filter, Function<Attempt, Instant> time, Instant now) {
        Instant until = instant(filter, "until", now.plus(Duration.ofDays(1)));
        Instant from = instant(filter, "from", now.minus(DEFAULT_SPAN));
        return attempt ->
                !time.apply(attempt).isBefore(from) && !time.apply(attempt).isAfter(until);
    }

    private static Instant instant(JsonObject filter, String name, Instant otherwise) {
        try {
            return filter.getInstant(name, otherwise);
        } catch (ClassCastException | DateTimeException e) {
            throw V2Problem.invalid("filter." + name + " is no RFC 3339 time");
        }
    }

    /** The filter says PENDING where payments say PAY_PENDING. */
    private static Predicate<Attempt> ofStatus(JsonObject filter) {
        JsonArray statuses = filter.getJsonArray("status");
        if (statuses == null) {
            return attempt -> true;
        }
        Set<Object> wanted = statuses.stream().collect(Collectors.toCollection(HashSet::new));
        if (wanted.contains("PENDING")) {
            wanted.add("PAY_PENDING");
        }
        return attempt -> wanted.contains(attempt.status().name());
    }

    private Predicate<Attempt> ofWebhookStatus(JsonObject filter) {
        String wanted = filter.getString("webhookStatus");
        if (wanted == null) {
            return attempt -> true;
        }
        return attempt ->
                notifier.history(attempt).stream().map(Webhook::status).anyMatch(wanted::equals);
    }

    private static Predicate<Attempt> ofChannelAndText(JsonObject filter) {
        Boolean test = filter.getBoolean("isTest");
        String storeId = filter.getString("storeId");
        List<String> texts = filter.getJsonArray("textSearch", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(search -> search.getString("value"))
                .toList();
        return attempt -> (test == null || test == attempt.purchase().test())
                && (storeId == null || storeId.equals(attempt.purchase().storeId()))
                && texts.stream().allMatch(text -> isIn(attempt, text));
    }

    private static boolean isIn(Attempt attempt, String text) {
        return attempt.paymentId().contains(text)
                || attempt.transactionId().contains(text)
                || attempt.purchase().orderName().contains(text);
    }
}
