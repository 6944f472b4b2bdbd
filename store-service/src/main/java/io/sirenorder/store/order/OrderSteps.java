package io.sirenorder.store.order;

import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderDelivered;
import io.sirenorder.feed.outbox.Companion;
import io.sirenorder.store.order.Order.Unwritten;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Rows of the timeline, which are written by the statement that adds the event of the change. */
final class OrderSteps {
    private static final String STEPS = """
            steps AS (INSERT INTO order_steps (order_id, position, step, actor, reason, at, hash)
                SELECT $8::uuid, position, step, actor, reason, at, hash
                FROM unnest($9::integer[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::text[])
                    AS step (position, step, actor, reason, at, hash))""";
    /** A till has acknowledged an order of the store: earlier ones that none acknowledged no longer count. */
    private static final String FORGIVEN =
            ", forgiven AS (UPDATE stores SET unacknowledged = 0 WHERE id = $15 AND unacknowledged > 0)";

    private OrderSteps() {}

    /** Takes from the order the steps that are not written yet. */
    static Companion of(Order order, OrderEvent event) {
        Unwritten unwritten = order.takeUnwritten();
        List<Step> steps = unwritten.steps();
        Companion rows = Companion.of(
                STEPS,
                order.id().value(),
                positions(unwritten),
                texts(steps, Step::name),
                texts(steps, step -> step.actor().name()),
                texts(
                        steps,
                        step -> step.reason() == null ? null : step.reason().name()),
                steps.stream().map(step -> step.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                texts(steps, Step::hash));
        return event instanceof OrderDelivered
                ? rows.and(FORGIVEN, order.storeId().value())
                : rows;
    }

    private static Integer[] positions(Unwritten unwritten) {
        return IntStream.range(0, unwritten.steps().size())
                .mapToObj(index -> unwritten.from() + index)
                .toArray(Integer[]::new);
    }

    private static String[] texts(List<Step> steps, Function<Step, String> text) {
        return steps.stream().map(text).toArray(String[]::new);
    }
}
