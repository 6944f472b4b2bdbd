package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;

/** Series that alerts and dashboard ask for, held against what the programs of a running stack expose. */
@PlaysTogether
@Execution(ExecutionMode.CONCURRENT)
class SeriesTest {
    private static final Path MONITORING = Path.of("..", "..", "deploy", "kubernetes", "monitoring");
    private static final Pattern RULE = Pattern.compile("(?m)^ +expr: '(.*)'$");

    private final Stack stack = Stack.running();

    /** A rate does not see the increment with which a series begins, and a gauge that is not there raises no alarm. */
    @Test
    void a_stack_that_has_just_started_exposes_each_series_that_the_alerts_name() throws Exception {
        Series first = stack.firstSeries()
                .orElseThrow(() -> new TestAbortedException("SKIPPED: the stack was not started by this run"));
        List<Series.Asked> asked =
                ofAlerts().filter(one -> !one.name().startsWith("http_")).toList();
        assertThat(asked).hasSizeGreaterThan(30);
        assertThat(asked.stream().filter(one -> !first.has(one)).distinct()).isEmpty();
    }

    @Test
    void after_an_order_each_series_of_alerts_and_dashboard_is_exposed() throws Exception {
        play();
        List<Series.Asked> asked = Stream.concat(ofAlerts(), ofDashboard()).toList();
        assertThat(asked).hasSizeGreaterThan(80).anyMatch(one -> one.name().startsWith("http_client_"));
        Series now = Series.of(stack.parts().known());
        assertThat(asked.stream().filter(one -> !now.has(one)).distinct()).isEmpty();
    }

    @Test
    void a_series_or_a_label_that_no_program_has_is_found() {
        Series some = new Series(List.of("siren_refunds{status=\"DONE\",} 0.0", "siren_holds_lost_total 0.0"));
        assertThat(Series.askedBy("max(siren_refunds{namespace=\"n\",status=~\"DONE|MANUAL\"}) + siren_holds"))
                .filteredOn(one -> !some.has(one))
                .hasToString(
                        "[Asked[name=siren_refunds, labels=[status=\"MANUAL\"]], Asked[name=siren_holds, labels=[]]]");
    }

    private void play() {
        Merchant merchant = stack.merchant();
        Buyer buyer = stack.buyer();
        try (Socket till = merchant.till("")) {
            Answer checkout = stack.payAtOpenStore(buyer, merchant);
            String orderId = checkout.text("checkoutId");
            Frame placed =
                    till.await("order.placed", frame -> frame.text("orderId").equals(orderId));
            till.ack(placed);
            merchant.accept(orderId, 5).expect(200);
            merchant.finish(orderId).expect(200);
        }
    }

    private static Stream<Series.Asked> ofAlerts() throws IOException {
        return RULE.matcher(Files.readString(MONITORING.resolve("alerts.yaml")))
                .results()
                .flatMap(rule -> Series.askedBy(rule.group(1)));
    }

    private static Stream<Series.Asked> ofDashboard() throws IOException {
        return Json.parse(Files.readString(MONITORING.resolve("dashboard.json"))).findValuesAsText("expr").stream()
                .flatMap(Series::askedBy);
    }
}
