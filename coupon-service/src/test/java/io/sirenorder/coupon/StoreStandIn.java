package io.sirenorder.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.StubServices.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** store-service's answers: an americano for 4,500 won, 1,000 more when it is VENTI; nothing else is on the menu. */
public final class StoreStandIn {
    public static final MenuItemId AMERICANO = new MenuItemId("americano");
    public static final long PRICE_KRW = 4_500;
    private static final long VENTI_KRW = 1_000;

    private StoreStandIn() {}

    /** Forgets what was asked and answers from now on. */
    public static void opens() {
        StubServices.forget();
        StubServices.answer("POST", "/internal/quotes", request -> quote(request, PRICE_KRW));
    }

    /** The same thing costs more from now on. */
    public static void raisesPriceBy(long krw) {
        StubServices.answer("POST", "/internal/quotes", request -> quote(request, PRICE_KRW + krw));
    }

    /** The first question is answered only when there is a second one. */
    public static void answersTheSecondQuestion() {
        CountDownLatch questions = new CountDownLatch(2);
        StubServices.answer("POST", "/internal/quotes", request -> {
            questions.countDown();
            await(questions);
            return quote(request, PRICE_KRW);
        });
    }

    /** Answers come after the time-outs of all callers. */
    public static void isSilent() {
        CountDownLatch never = new CountDownLatch(1);
        StubServices.answer("POST", "/internal/quotes", request -> {
            await(never);
            return Reply.empty(500);
        });
    }

    private static void await(CountDownLatch questions) {
        try {
            assertThat(questions.await(3, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Reply quote(Request request, long price) {
        List<OrderLine> lines = new ArrayList<>();
        for (JsonNode line : request.json().get("lines")) {
            if (!line.get("menuItemId").asText().equals(AMERICANO.value())) {
                return Reply.problem(404, "menu-item-unknown");
            }
            lines.add(line(line, price));
        }
        return Reply.json(200, Map.of("lines", lines, "totalKrw", total(lines)));
    }

    private static OrderLine line(JsonNode wanted, long price) {
        Map<String, String> options = new TreeMap<>(Map.of("size", "TALL", "temperature", "HOT"));
        wanted.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        long extra = options.get("size").equals("VENTI") ? VENTI_KRW : 0;
        return new OrderLine(AMERICANO, "아메리카노", wanted.get("quantity").asInt(), options, Krw.of(price + extra));
    }

    private static Krw total(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::totalKrw).reduce(Krw.ZERO, Krw::plus);
    }
}
