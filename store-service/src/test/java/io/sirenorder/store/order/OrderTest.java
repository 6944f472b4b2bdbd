package io.sirenorder.store.order;

import static io.sirenorder.store.order.OrderFixtures.DEADLINES;
import static io.sirenorder.store.order.OrderFixtures.GANGNAM_STORE;
import static io.sirenorder.store.order.OrderFixtures.KIM;
import static io.sirenorder.store.order.OrderFixtures.NOON;
import static io.sirenorder.store.order.OrderFixtures.TEN_MINUTES;
import static io.sirenorder.store.order.OrderFixtures.acceptedOrder;
import static io.sirenorder.store.order.OrderFixtures.cancelledOrder;
import static io.sirenorder.store.order.OrderFixtures.deliveredOrder;
import static io.sirenorder.store.order.OrderFixtures.expiredOrder;
import static io.sirenorder.store.order.OrderFixtures.finishedOrder;
import static io.sirenorder.store.order.OrderFixtures.newOrder;
import static io.sirenorder.store.order.OrderFixtures.placementOf;
import static io.sirenorder.store.order.OrderFixtures.refusedOrder;
import static io.sirenorder.store.order.OrderFixtures.waitingOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderFinished;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderPushedAgain;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderEvent.OrderReminded;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.RefundProgress;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.contracts.store.TimelineEntry;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Instant LATER = NOON.plusSeconds(700);

    @Test
    void a_placed_order_waits_under_version_one() {
        Order order = newOrder();

        OrderPlaced event = order.place(NOON);

        assertThat(event.buyer()).isEqualTo(KIM);
        assertThat(event.stream()).isEqualTo("order:" + order.id());
        assertThat(event.order().status()).isEqualTo(OrderStatus.WAITING);
        assertThat(event.order().version()).isEqualTo(1);
        assertThat(event.order().number()).isEqualTo("7");
        assertThat(event.order().refund()).isNull();
        assertThat(event.order().timeline()).containsExactly(new TimelineEntry("placed", "buyer", null, NOON));
    }

    @Test
    void each_change_adds_one_to_the_version_and_one_step_to_the_timeline() {
        Order order = finishedOrder();

        assertThat(order.version()).isEqualTo(4);
        assertThat(order.view().timeline())
                .extracting(TimelineEntry::step)
                .containsExactly("placed", "delivered", "accepted", "finished");
        assertThat(order.view().timeline())
                .extracting(TimelineEntry::actor)
                .containsExactly("buyer", "merchant", "merchant", "merchant");
    }

    @Test
    void an_accepted_order_is_promised_for_a_time() {
        OrderAccepted event = deliveredOrder().accept(TEN_MINUTES, NOON.plusSeconds(30));

        assertThat(event.order().status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(event.order().readyBy()).isEqualTo(NOON.plusSeconds(630));
    }

    @Test
    void an_answer_acknowledges_the_order() {
        OrderAccepted event = waitingOrder().accept(TEN_MINUTES, NOON.plusSeconds(3));

        assertThat(event.order().deliveredAt()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void a_refusal_says_why_and_what_was_paid_is_due_back() {
        OrderView refused = deliveredOrder()
                .refuse(Reason.SOLD_OUT, "우유가 없어요", NOON.plusSeconds(5))
                .order();

        assertThat(refused.status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(refused.reason()).isEqualTo(Reason.SOLD_OUT);
        assertThat(refused.message()).isEqualTo("우유가 없어요");
        assertThat(refused.refund()).isEqualTo(RefundProgress.DUE);
        assertThat(refused.timeline().get(2).reason()).isEqualTo("SOLD_OUT");
    }

    @Test
    void a_store_may_still_refuse_what_it_accepted() {
        OrderView refused =
                acceptedOrder().refuse(Reason.CANNOT_PREPARE, null, LATER).order();

        assertThat(refused.status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(refused.refund()).isEqualTo(RefundProgress.DUE);
    }

    @Test
    void what_a_coupon_or_points_paid_has_no_money_to_give_back() {
        Order coupon = newOrder(Krw.ZERO, Krw.of(10_000), Tender.COUPON);
        coupon.place(NOON);

        assertThat(coupon.cancel(LATER).order().refund()).isNull();
    }

    @Test
    void an_order_whose_store_has_closed_is_refused_before_any_till_is_told_of_it() {
        OrderRefused event = newOrder().turnAway(Reason.STORE_CLOSED, NOON);

        assertThat(event.order().version()).isEqualTo(1);
        assertThat(event.order().status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(event.order().refund()).isEqualTo(RefundProgress.DUE);
        assertThat(event.order().deliveredAt()).isNull();
        assertThat(event.order().timeline())
                .containsExactly(new TimelineEntry("refused", "clock", "STORE_CLOSED", NOON));
    }

    @Test
    void only_the_first_acknowledgement_delivers() {
        Order order = waitingOrder();

        assertThat(order.deliver(NOON.plusSeconds(1))).isPresent();
        assertThat(order.deliver(NOON.plusSeconds(2))).isEmpty();
        assertThat(order.answering().deliveredAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(order.version()).isEqualTo(2);
    }

    @Test
    void an_acknowledgement_that_comes_after_the_end_changes_nothing() {
        for (Supplier<Order> ended : List.<Supplier<Order>>of(
                OrderFixtures::cancelledOrder, OrderFixtures::expiredOrder, OrderFixtures::acceptedOrder)) {
            Order order = ended.get();
            long version = order.version();

            assertThat(order.deliver(LATER)).isEmpty();
            assertThat(order.version()).isEqualTo(version);
        }
    }

    @Test
    void every_forbidden_move_is_a_conflict_and_changes_nothing() {
        Consumer<Order> accept = order -> order.accept(TEN_MINUTES, LATER);
        Consumer<Order> refuse = order -> order.refuse(Reason.TOO_BUSY, null, LATER);
        Consumer<Order> finish = order -> order.finish(LATER);
        Consumer<Order> cancel = order -> order.cancel(LATER);
        Consumer<Order> expire = order -> order.expire(Reason.NO_ANSWER, LATER);

        forbidden(OrderFixtures::waitingOrder, List.of(finish));
        forbidden(OrderFixtures::acceptedOrder, List.of(accept, cancel, expire));
        for (Supplier<Order> ended : List.<Supplier<Order>>of(
                OrderFixtures::finishedOrder,
                OrderFixtures::refusedOrder,
                OrderFixtures::cancelledOrder,
                OrderFixtures::expiredOrder)) {
            forbidden(ended, List.of(accept, refuse, finish, cancel, expire));
        }
    }

    private static void forbidden(Supplier<Order> from, List<Consumer<Order>> moves) {
        for (Consumer<Order> move : moves) {
            Order order = from.get();
            OrderView before = order.view();

            assertThatThrownBy(() -> move.accept(order)).isInstanceOf(OrderAlreadyDecided.class);
            assertThat(order.view()).isEqualTo(before);
        }
    }

    @Test
    void a_payment_that_is_taken_back_ends_what_is_not_made_yet_and_needs_no_refund() {
        for (Order order : List.of(waitingOrder(), acceptedOrder())) {
            OrderView refused = ((OrderRefused) order.paymentCancelled(LATER).orElseThrow()).order();

            assertThat(refused.status()).isEqualTo(OrderStatus.REFUSED);
            assertThat(refused.reason()).isEqualTo(Reason.PAYMENT_CANCELLED);
            assertThat(refused.refund()).isEqualTo(RefundProgress.DONE);
        }
    }

    @Test
    void an_order_whose_refund_is_told_before_its_end_is_ended_so_that_nothing_is_made_unpaid() {
        for (Order order : List.of(waitingOrder(), acceptedOrder())) {
            OrderView refused =
                    ((OrderRefused) order.refund(RefundProgress.DONE, LATER).orElseThrow()).order();

            assertThat(refused.status()).isEqualTo(OrderStatus.REFUSED);
            assertThat(refused.refund()).isEqualTo(RefundProgress.DONE);
            assertThatThrownBy(() -> order.accept(Duration.ofMinutes(5), LATER))
                    .isInstanceOf(OrderAlreadyDecided.class);
        }
    }

    @Test
    void a_payment_that_is_reduced_lets_the_order_stand_and_counts_each_part_once() {
        Order order = acceptedOrder();
        Krw paid = order.view().amountKrw();

        assertThat(order.reducePayment(Krw.of(1_000), LATER).orElseThrow().cancelledKrw())
                .isEqualTo(Krw.of(1_000));
        assertThat(order.reducePayment(Krw.of(1_000), LATER)).isEmpty();
        assertThat(order.reducePayment(Krw.of(1_700), LATER).orElseThrow().cancelledKrw())
                .isEqualTo(Krw.of(700));
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.view().refund()).isNull();
        assertThat(order.view().amountKrw()).isEqualTo(paid);
        assertThat(order.view().cancelledKrw()).isEqualTo(Krw.of(1_700));
        assertThat(order.view().timeline())
                .filteredOn(entry -> entry.step().equals("payment-reduced"))
                .hasSize(2)
                .allMatch(entry -> entry.actor().equals("payment"));
    }

    @Test
    void a_payment_that_is_taken_back_after_the_end_only_settles_the_refund() {
        Order finished = finishedOrder();

        assertThat(finished.paymentCancelled(LATER)).isPresent();
        assertThat(finished.status()).isEqualTo(OrderStatus.FINISHED);
        assertThat(finished.view().refund()).isEqualTo(RefundProgress.DONE);
        assertThat(finished.paymentCancelled(LATER)).isEmpty();
    }

    @Test
    void a_refund_only_goes_forward() {
        Order order = refusedOrder();

        assertThat(order.refund(RefundProgress.DUE, LATER)).isEmpty();
        assertThat(order.refund(RefundProgress.MANUAL, LATER)).isPresent();
        assertThat(order.refund(RefundProgress.DUE, LATER)).isEmpty();
        assertThat(order.refund(RefundProgress.MANUAL, LATER)).isEmpty();
        assertThat(order.refund(RefundProgress.DONE, LATER)).isPresent();
        assertThat(order.refund(RefundProgress.MANUAL, LATER)).isEmpty();
        assertThat(order.refund(RefundProgress.DONE, LATER)).isEmpty();
        assertThat(order.version()).isEqualTo(5);
    }

    @Test
    void an_order_that_no_till_acknowledges_is_pushed_twice_and_expires() {
        Order order = waitingOrder();

        assertThat(order.tick(DEADLINES, NOON.plusMillis(4_999))).isEmpty();
        assertThat(order.tick(DEADLINES, NOON.plusSeconds(5))).get().isInstanceOf(OrderPushedAgain.class);
        assertThat(order.tick(DEADLINES, NOON.plusSeconds(6))).isEmpty();
        assertThat(order.tick(DEADLINES, NOON.plusSeconds(15))).get().isInstanceOf(OrderPushedAgain.class);
        assertThat(order.tick(DEADLINES, NOON.plusSeconds(59))).isEmpty();
        OrderExpired expired =
                (OrderExpired) order.tick(DEADLINES, NOON.plusSeconds(60)).orElseThrow();
        assertThat(expired.order().reason()).isEqualTo(Reason.STORE_UNREACHABLE);
        assertThat(expired.order().refund()).isEqualTo(RefundProgress.DUE);
        assertThat(order.tick(DEADLINES, LATER)).isEmpty();
    }

    @Test
    void an_unanswered_order_is_reminded_of_and_expires() {
        Order order = deliveredOrder();

        assertThat(order.tick(DEADLINES, NOON.plusSeconds(120))).isEmpty();
        assertThat(order.tick(DEADLINES, NOON.plusSeconds(121))).get().isInstanceOf(OrderReminded.class);
        assertThat(order.tick(DEADLINES, NOON.plusSeconds(300))).isEmpty();
        OrderExpired expired =
                (OrderExpired) order.tick(DEADLINES, NOON.plusSeconds(301)).orElseThrow();
        assertThat(expired.order().reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(expired.order().timeline().get(3).actor()).isEqualTo("clock");
    }

    @Test
    void an_accepted_order_that_the_till_forgot_is_finished_by_the_clock() {
        Order order = acceptedOrder();
        Instant promised = order.preparation().readyBy();

        assertThat(order.tick(DEADLINES, promised.plus(Duration.ofHours(11)))).isEmpty();
        assertThat(order.tick(DEADLINES, promised.plus(Duration.ofHours(12))))
                .get()
                .isInstanceOf(OrderFinished.class);
    }

    @Test
    void the_clock_looks_again_exactly_when_something_is_due() {
        Order order = waitingOrder();

        order.schedule(DEADLINES);
        assertThat(order.answering().dueAt()).isEqualTo(NOON.plusSeconds(5));
        order.deliver(NOON.plusSeconds(1));
        order.schedule(DEADLINES);
        assertThat(order.answering().dueAt()).isEqualTo(NOON.plusSeconds(121));
        order.refuse(Reason.CLOSING, null, NOON.plusSeconds(2));
        order.schedule(DEADLINES);
        assertThat(order.answering().dueAt()).isNull();
    }

    @Test
    void ended_orders_never_change_with_time() {
        for (Order order : List.of(refusedOrder(), cancelledOrder(), expiredOrder())) {
            assertThat(order.tick(DEADLINES, LATER.plus(Duration.ofDays(365)))).isEmpty();
        }
    }

    @Test
    void a_business_day_is_korean() {
        assertThat(Ticket.businessDay(Instant.parse("2026-03-01T14:59:59Z"))).isEqualTo("2026-03-01");
        assertThat(Ticket.businessDay(Instant.parse("2026-03-01T15:00:00Z"))).isEqualTo("2026-03-02");
    }

    @Test
    void a_delay_moves_the_time_and_keeps_the_promise() {
        Order order = promisedOrder();
        order.accept(null, NOON.plusSeconds(2));
        assertThat(order.preparation().readyBy()).isEqualTo(NOON.plusSeconds(900));

        OrderView delayed = order.delay(5, 3, NOON.plusSeconds(60)).order();

        assertThat(delayed.readyBy()).isEqualTo(NOON.plusSeconds(1_200));
        assertThat(delayed.promisedUntil()).isEqualTo(NOON.plusSeconds(900));
        order.delay(5, 3, NOON.plusSeconds(1_300));
        assertThat(order.preparation().readyBy()).isEqualTo(NOON.plusSeconds(1_600));
        order.delay(5, 3, NOON.plusSeconds(1_301));
        assertThatThrownBy(() -> order.delay(5, 3, NOON.plusSeconds(1_302))).isInstanceOf(DelayLimitReached.class);
        assertThatThrownBy(() -> waitingOrder().delay(5, 3, NOON)).isInstanceOf(OrderAlreadyDecided.class);
    }

    @Test
    void accepting_as_promised_leaves_at_least_a_minute_and_needs_a_promise() {
        Order late = promisedOrder();
        late.accept(null, NOON.plusSeconds(890));
        assertThat(late.preparation().readyBy()).isEqualTo(NOON.plusSeconds(950));

        assertThatThrownBy(() -> deliveredOrder().accept(null, NOON.plusSeconds(2)))
                .isInstanceOf(InvalidRequest.class);
    }

    private static Order promisedOrder() {
        Order order = deliveredOrder();
        order.promise(2, new Promise(NOON.plusSeconds(600), NOON.plusSeconds(900), 1, 10));
        return order;
    }

    @Test
    void an_order_says_until_when_it_waits_for_an_answer() {
        Order order = waitingOrder();
        assertThat(order.view().answerBy()).isEqualTo(NOON.plusSeconds(60));
        order.deliver(NOON.plusSeconds(1));
        assertThat(order.view().answerBy()).isEqualTo(NOON.plusSeconds(301));
        order.accept(TEN_MINUTES, NOON.plusSeconds(2));
        assertThat(order.view().answerBy()).isNull();
    }

    @Test
    void a_finished_order_is_collected_once() {
        Order order = finishedOrder();
        assertThat(order.view().collection()).isEqualTo("AWAITED");
        assertThat(order.view().finishedAt()).isEqualTo(NOON.plusSeconds(600));

        OrderView collected = order.collect(Actor.BUYER, NOON.plusSeconds(700)).order();

        assertThat(collected.collection()).isEqualTo("COLLECTED");
        assertThat(collected.collectedAt()).isEqualTo(NOON.plusSeconds(700));
        assertThat(collected.status()).isEqualTo(OrderStatus.FINISHED);
        assertThatThrownBy(() -> order.collect(Actor.MERCHANT, NOON.plusSeconds(701)))
                .isInstanceOf(OrderNotReady.class);
        assertThatThrownBy(() -> acceptedOrder().collect(Actor.MERCHANT, NOON)).isInstanceOf(OrderNotReady.class);
    }

    @Test
    void an_unclaimed_order_closes_with_the_day() {
        Order order = finishedOrder();
        assertThat(order.tick(DEADLINES, NOON.plusSeconds(4_199))).isEmpty();
        OrderView unclaimed =
                order.tick(DEADLINES, NOON.plusSeconds(4_200)).orElseThrow().order();
        assertThat(unclaimed.collection()).isEqualTo("UNCLAIMED");

        Instant midnight = Instant.parse("2026-03-02T15:00:00Z");
        assertThat(order.tick(DEADLINES, midnight.minusSeconds(1))).isEmpty();
        OrderView closed = order.tick(DEADLINES, midnight).orElseThrow().order();
        assertThat(closed.collection()).isEqualTo("COLLECTED");
        assertThat(closed.timeline().get(closed.timeline().size() - 1).actor()).isEqualTo("clock");
        assertThat(order.tick(DEADLINES, midnight.plusSeconds(9))).isEmpty();
    }

    @Test
    void five_wrong_pickup_codes_are_enough_for_ten_minutes() {
        Order order = new Order(
                placementOf(Krw.of(10_000), Krw.ZERO, Tender.CARD),
                GANGNAM_STORE,
                new Ticket(LocalDate.of(2026, 3, 2), 7, "0421"),
                DEADLINES,
                NOON);
        order.place(NOON);
        order.accept(TEN_MINUTES, NOON);
        assertThat(order.tryCode("0421", NOON)).get().isInstanceOf(OrderNotReady.class);
        order.finish(NOON);

        for (int i = 0; i < 5; i++) {
            assertThat(order.tryCode(i == 0 ? null : "9999", NOON)).get().isInstanceOf(PickupCodeWrong.class);
        }
        assertThat(order.tryCode("0421", NOON.plusSeconds(599))).get().isInstanceOf(TooManyRequests.class);
        assertThat(order.tryCode("0421", NOON.plusSeconds(600))).isEmpty();
        assertThat(order.view().toString()).doesNotContain("0421");
    }
}
