package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A store that sells in every way that can be paid, and takes sales back in every way; it notes what each day has to come to. */
final class SellingStore implements AutoCloseable {
    static final long PRICE = 4_500;

    private static final String ITEM = "americano";
    /** An item that this store sells so cheaply that points alone can pay it. */
    private static final String CHEAP_ITEM = "butter-croissant";

    private static final long CHEAP = 100;

    private final Stack stack;
    private final Merchant merchant;
    private final Buyer buyer;
    private final CouponHolder holder;
    private final CouponHolder friend;
    private final PortOneBooks portone;
    private final BankTransfers transfers;
    private final Socket till;
    private final List<String> couponOrders = new ArrayList<>();
    private SellingDay day = new SellingDay();

    SellingStore(Stack stack) {
        this.stack = stack;
        this.merchant = stack.merchant();
        this.buyer = stack.buyer();
        this.holder = new CouponHolder(stack, buyer);
        this.friend = new CouponHolder(stack, stack.buyer());
        this.portone = new PortOneBooks(stack.portone());
        this.transfers = new BankTransfers(stack);
        this.till = merchant.till("");
        till.onFrame(frame -> {
            if (frame.isA("order.placed")) {
                till.ack(frame);
            }
        });
        Eventually.is(() -> stack.isOpen(merchant), true);
        merchant.api()
                .put("/stores/" + merchant.storeId() + "/menu/" + CHEAP_ITEM + "/price", Map.of("priceKrw", CHEAP))
                .expect(204);
    }

    /** An order that was accepted, and what paid for it. */
    record Sale(String orderId, Tenders tenders) {}

    /** Ends the day, and answers what it has to come to. */
    SellingDay endDay() {
        SellingDay ended = day;
        day = new SellingDay();
        return ended;
    }

    /** Sells cups by card, a part of them for points. */
    Sale byCard(int cups, long points) {
        String order = paidOrder(buyer.checkOut(merchant.storeId(), ITEM, cups, points));
        return accepted(order, new Tenders(cups * PRICE - points, points, 0, 0));
    }

    /** The same, and hands it over, for which the buyer earns points and a stamp. */
    Sale finishedByCard(int cups) {
        Sale sale = byCard(cups, 0);
        merchant.finish(sale.orderId()).expect(200);
        return sale;
    }

    /** Sells for points and no money. */
    Sale byPoints() {
        holder.awaitLoyalty("points", CHEAP);
        Answer checkout =
                buyer.checkOut(merchant.storeId(), CHEAP_ITEM, 1, CHEAP).expect(201);
        return accepted(checkout.text("checkoutId"), new Tenders(0, CHEAP, 0, 0));
    }

    String promotion() {
        return holder.promotion(ITEM);
    }

    /** The coupon of an order that was taken back. */
    String couponThatCameBack() {
        return holder.onlyCode();
    }

    String couponForStamps() {
        return holder.forStamps();
    }

    Sale byCoupon(String code) {
        return byCoupon(buyer, code, new Tenders(0, 0, PRICE, 0));
    }

    /** Gives a cup to the friend, paid by card: money that no wallet has booked yet. */
    String gift() {
        Answer checkout = buyer.checkOutGift(friend.buyer().email(), "고마워요").expect(201);
        stack.portone().pay(checkout).expect(200);
        String gift = checkout.text("checkoutId");
        portone.gift(gift);
        day.paid(gift);
        friend.awaitGift(gift, "OPENED");
        return gift;
    }

    /** The friend drinks the one gift that is left. */
    Sale byGift() {
        return byCoupon(friend.buyer(), friend.onlyCode(), new Tenders(0, 0, 0, PRICE));
    }

    void declines(String gift) {
        friend.buyer().api().post("/gifts/" + gift + "/decline", Map.of()).expect(200);
        stack.awaitFullRefund(gift);
    }

    /** Sells a cup that was paid without a checkout, as the original app does. */
    Sale walkIn() {
        Map<String, Object> choices =
                Map.of("take", true, "size", "Tall", "tempture", "HOT", "packagingMethod", "일회용컵");
        Map<String, Object> wish =
                Map.of("menus", List.of(Map.of("name", "아메리카노", "count", 1)), "deliveryinfo", List.of(choices));
        String payment = "walk-in-" + UUID.randomUUID();
        stack.portone()
                .honest()
                .api()
                .post(
                        "/sim/pay",
                        Map.of(
                                "paymentId",
                                payment,
                                "amount",
                                PRICE,
                                "buyerEmail",
                                "walk-in@example.com",
                                "customData",
                                Map.of(
                                        "type",
                                        "order",
                                        "data",
                                        Map.of("storeId", merchant.storeId(), "orderInfo", wish))))
                .expect(200);
        Eventually.is(() -> waiting().size(), 1, Stack.PATIENCE);
        String order = waiting().get(0).path("orderId").asText();
        portone.order(order, payment);
        day.paid(order);
        return accepted(order, Tenders.byCard(PRICE));
    }

    /** An order that the store refuses at once: its money goes back, and no wallet hears of it. */
    void refusesAtOnce() {
        String order = paidOrder(buyer.checkOut(merchant.storeId()));
        Eventually.is(() -> merchant.refuse(order, "TOO_BUSY").status(), 200, Stack.PATIENCE);
        stack.awaitFullRefund(order);
    }

    /** Refuses an order after all that was sold on some day, and waits for the money to be back. */
    void takesBack(Sale sale) {
        merchant.refuse(sale.orderId(), "SOLD_OUT").expect(200);
        day.takenBack(sale.tenders());
        if (sale.tenders().card() > 0) {
            stack.awaitFullRefund(portone.paymentOf(sale.orderId()));
        }
    }

    /** The same of an order whose card company pays nothing back: an operator does, by bank transfer. */
    void paysBackByHand(Sale sale) {
        transfers.payBack(
                sale.orderId(),
                sale.tenders().card(),
                () -> merchant.refuse(sale.orderId(), "SOLD_OUT").expect(200));
        day.takenBack(sale.tenders());
    }

    /** Somebody cancels a payment in PortOne's console. */
    void consoleCancels(Sale sale) {
        stack.portone().cancelInConsole(sale.orderId());
        day.takenBack(sale.tenders());
    }

    void consoleCancels(Sale sale, long won) {
        stack.portone().cancelInConsole(sale.orderId(), won);
        day.takenBack(Tenders.byCard(won));
    }

    private String paidOrder(Answer checkout) {
        stack.portone().pay(checkout.expect(201)).expect(200);
        String id = checkout.text("checkoutId");
        portone.order(id, id);
        day.paid(id);
        return id;
    }

    private Sale accepted(String order, Tenders tenders) {
        Eventually.is(() -> merchant.accept(order, 5).status(), 200, Stack.PATIENCE);
        day.sold(tenders);
        return new Sale(order, tenders);
    }

    private Sale byCoupon(Buyer who, String code, Tenders tenders) {
        Answer order = who.api()
                .post(
                        "/stores/" + merchant.storeId() + "/coupon-orders",
                        Map.of("code", code, "options", Map.of(), "pickup", "TO_GO"))
                .expect(201);
        couponOrders.add(order.text("orderId"));
        return accepted(order.text("orderId"), tenders);
    }

    private JsonNode waiting() {
        return merchant.api()
                .get("/stores/" + merchant.storeId() + "/orders?status=WAITING")
                .expect(200)
                .body()
                .path("items");
    }

    PortOneBooks portone() {
        return portone;
    }

    Merchant merchant() {
        return merchant;
    }

    List<String> couponOrders() {
        return couponOrders;
    }

    Buyer buyer() {
        return buyer;
    }

    /** Won that operators paid back by bank transfer, which PortOne still holds. */
    long byHand() {
        return transfers.won();
    }

    @Override
    public void close() {
        till.close();
    }
}
