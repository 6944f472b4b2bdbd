package io.sirenorder.local.demo;

import io.sirenorder.client.Buyer;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The demo: ten stories against a running stack, and what a visitor may try afterwards. */
public final class Stories {
    /** Deadlines that a visitor has the patience for. */
    public static final Map<String, String> SHORT_DEADLINES = Map.of(
            "siren.acceptance.reminder-after", "2s",
            "siren.acceptance.unanswered-after", "5s",
            "siren.refunds.refusals", "1");

    private final PrintStream out;
    private final String portone;
    private final Scene scene;

    /**
     * Makes the stories.
     *
     * @param demoStore the file of the store's account, which is written if there is none
     */
    public Stories(PrintStream out, String door, String simulator, String portone, Path demoStore) {
        this.out = out;
        this.portone = portone;
        this.scene = new Scene(new Timeline(out), door, simulator, demoStore);
    }

    /**
     * Plays all of them; a {@link StepFailed} names the step that did not go as told.
     *
     * @param shortDeadlines whether the stack has {@link #SHORT_DEADLINES}, without which one story takes minutes
     */
    public void play(boolean shortDeadlines) {
        OrderStories orders = new OrderStories(scene);
        CouponStories coupons = new CouponStories(scene);
        orders.acceptedAndFinished();
        orders.refusedAndRefunded();
        if (shortDeadlines) {
            orders.unansweredAndRefunded();
        } else {
            out.printf("%n%s%n", Terminal.dim("(an order without an answer would take five minutes here: left out)"));
        }
        Buyer friend = orders.signIn("friend", "하준");
        coupons.giftReceived(friend);
        coupons.couponOrdered();
        inTheKitchen(friend);
        MoneyStories money = new MoneyStories(scene);
        if (shortDeadlines) {
            money.settledByHand();
        }
        money.statement();
        out.printf("%n%s%n", Terminal.green("✔ all stories went as told"));
    }

    private void inTheKitchen(Buyer friend) {
        KitchenStories kitchen = new KitchenStories(scene);
        if (KitchenStories.isEarlyEnough(Instant.now())) {
            kitchen.rush(friend);
            kitchen.lastCup(friend);
            kitchen.pause();
        } else {
            out.printf(
                    "%n%s%n", Terminal.dim("(the day in Korea ends soon, and no promise reaches over it: left out)"));
        }
    }

    /** Leaves the till on, so that a visitor's own orders appear, and says how to make one. */
    public void invite() {
        new OrderStories(scene).takeYourTime();
        scene.till.onFrame(frame -> out.println(Terminal.dim("  till hears ") + frame.type() + " "
                + brief(frame.d().toString())));
        String door = scene.door.base().toString();
        String simulator = scene.portone.api().base().toString();
        out.println();
        out.println(Terminal.bold("Now you") + " (the demo's till stays on and prints what it hears):");
        out.println();
        out.println(new Invitation(door, simulator, portone, scene.merchant).text());
        out.println("  An order without an answer within ten minutes is ended by the clock, and refunded.");
        out.println();
    }

    private static String brief(String json) {
        return json.length() <= 160 ? json : json.substring(0, 160) + "…";
    }
}
