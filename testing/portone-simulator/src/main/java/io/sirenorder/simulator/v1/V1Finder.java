package io.sirenorder.simulator.v1;

import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.PaymentStatus;
import io.sirenorder.simulator.payment.Payments;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** V1's ways to find payments: by either id, and page by page by status. */
final class V1Finder {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final Payments payments;

    V1Finder(Payments payments) {
        this.payments = payments;
    }

    Optional<Attempt> byImpUid(String impUid) {
        return payments.transaction(impUid).filter(V1Finder::isV1);
    }

    /** Several attempts may share a merchant_uid; the sorting says which one comes first. */
    Optional<Attempt> byMerchantUid(String merchantUid, String status, String sorting) {
        return sorted(payments.attempts(merchantUid).stream(), status, sorting).findFirst();
    }

    JsonObject allByMerchantUid(String merchantUid, String status, RoutingContext context) {
        String sorting = parameter(context, "sorting", "-started");
        return page(
                sorted(payments.attempts(merchantUid).stream(), status, sorting).toList(), context);
    }

    /** By time of change, since it is asked by people who look for what they have missed. */
    JsonObject byStatus(String status, RoutingContext context) {
        Instant from = seconds(context, "from", Instant.EPOCH);
        Instant to = seconds(context, "to", Instant.MAX);
        Predicate<Attempt> inTime = attempt ->
                !attempt.changedAt().isBefore(from) && !attempt.changedAt().isAfter(to);
        String sorting = parameter(context, "sorting", "-started");
        return page(
                sorted(payments.all().stream().filter(inTime), status, sorting).toList(), context);
    }

    private static Stream<Attempt> sorted(Stream<Attempt> attempts, String status, String sorting) {
        return attempts.filter(V1Finder::isV1)
                .filter(attempt -> isOf(attempt, status))
                .sorted(order(sorting));
    }

    private static boolean isOf(Attempt attempt, String status) {
        return status == null || status.equals("all") || attempt.status().v1().equals(status);
    }

    private static Comparator<Attempt> order(String sorting) {
        boolean newestFirst = sorting.startsWith("-");
        String field = newestFirst ? sorting.substring(1) : sorting;
        Function<Attempt, Instant> time = switch (field) {
            case "started" -> Attempt::requestedAt;
            case "paid" -> attempt -> attempt.paidAt() == null ? Instant.EPOCH : attempt.paidAt();
            case "updated" -> Attempt::changedAt;
            default -> throw V1Problem.badRequest("sorting: " + sorting);
        };
        Comparator<Attempt> oldestFirst = Comparator.comparing(time);
        return newestFirst ? oldestFirst.reversed() : oldestFirst;
    }

    private static JsonObject page(List<Attempt> found, RoutingContext context) {
        int limit = Math.min(MAX_LIMIT, number(context, "limit", DEFAULT_LIMIT));
        int page = Math.max(1, number(context, "page", 1));
        JsonArray list = new JsonArray();
        found.stream()
                .skip((page - 1L) * limit)
                .limit(limit)
                .map(V1Json::payment)
                .forEach(list::add);
        boolean more = (long) page * limit < found.size();
        return new JsonObject()
                .put("total", found.size())
                .put("previous", page - 1)
                .put("next", more ? page + 1 : 0)
                .put("list", list);
    }

    private static Instant seconds(RoutingContext context, String name, Instant otherwise) {
        int value = number(context, name, 0);
        return value == 0 ? otherwise : Instant.ofEpochSecond(value);
    }

    private static int number(RoutingContext context, String name, int otherwise) {
        String text = parameter(context, name, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,10}")) {
            throw V1Problem.badRequest(name + ": " + text);
        }
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text));
    }

    static String parameter(RoutingContext context, String name, String otherwise) {
        return Optional.ofNullable(context.request().getParam(name)).orElse(otherwise);
    }

    private static boolean isV1(Attempt attempt) {
        return attempt.purchase().version() == ApiVersion.V1;
    }

    static boolean isKnownStatus(String status) {
        return status.equals("all")
                || Stream.of(PaymentStatus.values())
                        .anyMatch(known -> known.v1().equals(status));
    }
}
