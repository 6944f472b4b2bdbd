package io.sirenorder.payment.portone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.portone.CancelAnswer.Kind;
import io.sirenorder.payment.portone.v1.V1Gateways;
import io.sirenorder.payment.portone.v2.V2Gateways;
import io.sirenorder.simulator.PortOneSimulator;
import io.sirenorder.simulator.SimulatorConfig;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both versions keep the same promises against PortOne's simulator. */
class GatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static PortOneSimulator simulator;
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        simulator = PortOneSimulator.start(SimulatorConfig.sample());
        vertx = Vertx.vertx();
        Sim.at(simulator.url());
    }

    @AfterAll
    static void stop() {
        vertx.closeAndAwait();
        simulator.close();
    }

    @BeforeEach
    void heal() {
        Sim.heal();
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void a_payment_is_looked_up_as_it_was_paid(PortOneVersion version) {
        CheckoutId id = anyId();
        PaymentGateway gateway = gateway(version);
        get(gateway.register(id, Krw.of(9_500)));
        pay(version, id, 9_500);

        PortOnePayment seen = get(gateway.lookUp(byOurId(version, id)));

        assertThat(seen.state()).isEqualTo(PaymentState.PAID);
        assertThat(seen.isExactly(Krw.of(9_500))).isTrue();
        assertThat(seen.live()).isTrue();
        assertThat(gateway.owns(seen)).isTrue();
        assertThat(get(gateway.lookUp(seen.reference()))).isEqualTo(seen);
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void the_same_amount_may_be_registered_again(PortOneVersion version) {
        CheckoutId id = anyId();
        get(gateway(version).register(id, Krw.of(9_500)));
        get(gateway(version).register(id, Krw.of(9_500)));
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void an_unknown_payment_and_an_impossible_id_are_unknown(PortOneVersion version) {
        PaymentGateway gateway = gateway(version);
        assertThatThrownBy(() -> get(gateway.lookUp(byOurId(version, anyId())))).isInstanceOf(PaymentUnknown.class);
        for (String id : List.of("../users/getToken", "a/b", "..", "", "a\nb", "x".repeat(200))) {
            assertThatThrownBy(() -> get(gateway.lookUp(new PaymentReference(version, "platform", id, null))))
                    .as(id)
                    .isInstanceOf(PaymentUnknown.class);
        }
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void money_goes_back_once_however_often_it_is_asked(PortOneVersion version) {
        PortOnePayment paid = paid(version);
        Cancellation whole = cancellation(paid, paid.total(), paid.remaining());

        assertThat(get(gateway(version).cancel(whole)).kind()).isEqualTo(Kind.DONE);
        assertThat(get(gateway(version).cancel(whole)).kind()).isIn(Kind.DONE, Kind.LOOK_AGAIN);

        PortOnePayment after = get(gateway(version).lookUp(paid.reference()));
        assertThat(after.state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(after.cancelled()).isEqualByComparingTo(paid.total());
        assertThat(Sim.payment(paid.paymentId()).path("cancellations")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void a_part_goes_back_and_is_told_from_the_whole(PortOneVersion version) {
        PortOnePayment paid = paid(version);
        get(gateway(version).cancel(cancellation(paid, BigDecimal.valueOf(4_000), paid.remaining())));

        PortOnePayment after = get(gateway(version).lookUp(paid.reference()));
        assertThat(after.state()).isEqualTo(PaymentState.PARTLY_CANCELLED);
        assertThat(after.remaining()).isEqualByComparingTo("5500");
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void nothing_goes_back_when_another_amount_remains_than_we_believed(PortOneVersion version) {
        PortOnePayment paid = paid(version);
        Sim.console(paid.paymentId(), Map.of("amount", 1_000));

        CancelAnswer answer = get(gateway(version).cancel(cancellation(paid, paid.total(), paid.remaining())));

        assertThat(answer.kind()).isIn(Kind.LOOK_AGAIN, Kind.REFUSED);
        assertThat(get(gateway(version).lookUp(paid.reference())).cancelled()).isEqualByComparingTo("1000");
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void pages_of_html_and_dropped_answers_decide_nothing(PortOneVersion version) {
        PortOnePayment paid = paid(version);
        for (String fault : List.of("error", "garbled", "drop-response")) {
            Sim.faults(List.of(Sim.rule(fault, version.name().toLowerCase(Locale.ROOT) + ".get", 1)));
            assertThatThrownBy(() -> get(gateway(version).lookUp(paid.reference())))
                    .as(fault)
                    .isInstanceOf(PortOneUnreachable.class);
        }
        assertThat(get(gateway(version).lookUp(paid.reference()))).isEqualTo(paid);
    }

    @Test
    void a_redirect_is_not_followed() {
        AtomicInteger followed = new AtomicInteger();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    if (request.path().equals("/v2/there")) {
                        followed.incrementAndGet();
                    }
                    request.response()
                            .setStatusCode(302)
                            .putHeader("Location", "/v2/there")
                            .endAndForget();
                })
                .listenAndAwait(0);
        try {
            URI base = URI.create("http://127.0.0.1:" + server.actualPort() + "/v2");
            PortOneConfig config = PortOneFixtures.config(PortOneFixtures.settings(simulator));

            assertThat(get(new PortOneHttp(vertx, base, config).get("/here", Map.of()))
                            .status())
                    .isEqualTo(302);
            assertThat(followed).hasValue(0);
        } finally {
            server.closeAndAwait();
        }
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void an_answer_with_more_fields_than_we_know_is_read(PortOneVersion version) {
        PortOnePayment paid = paid(version);
        Sim.faults(List.of(Sim.rule("extra-fields", "*", 10)));
        assertThat(get(gateway(version).lookUp(paid.reference()))).isEqualTo(paid);
    }

    @Test
    void a_token_that_several_wait_for_brings_each_answer_back_to_where_it_was_asked() {
        PortOnePayment paid = paid(PortOneVersion.V1);
        PaymentGateway fresh = gateway(PortOneVersion.V1);
        Sim.faults(List.of(Map.of("fault", "delay", "at", "v1.token", "delayMs", 200, "times", 1)));
        List<CompletableFuture<Boolean>> cameBack = IntStream.range(0, 5)
                .mapToObj(i -> cameBack(fresh, paid.reference()))
                .toList();
        assertThat(cameBack)
                .allSatisfy(back -> assertThat(back).succeedsWithin(PATIENCE).isEqualTo(true));
    }

    private static CompletableFuture<Boolean> cameBack(PaymentGateway gateway, PaymentReference payment) {
        Context here =
                VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
        CompletableFuture<Boolean> cameBack = new CompletableFuture<>();
        here.runOnContext(ignored -> gateway.lookUp(payment)
                .subscribe()
                .with(
                        seen -> cameBack.complete(io.vertx.core.Vertx.currentContext() == here),
                        cameBack::completeExceptionally));
        return cameBack;
    }

    @ParameterizedTest
    @EnumSource(PortOneVersion.class)
    void the_list_shows_what_was_paid_and_what_was_cancelled_since(PortOneVersion version) {
        PortOnePayment paid = paid(version);
        Instant now = Instant.now();
        PaymentPage page = get(gateway(version).changed(now.minusSeconds(600), now.plusSeconds(60), 0));
        assertThat(page.payments()).contains(paid);
        assertThat(page.payments()).allMatch(PortOnePayment::wasPaid);
    }

    private static PortOnePayment paid(PortOneVersion version) {
        CheckoutId id = anyId();
        pay(version, id, 9_500);
        return get(gateway(version).lookUp(byOurId(version, id)));
    }

    private static void pay(PortOneVersion version, CheckoutId id, long amount) {
        Sim.Purchase.of(id.toString(), amount).with("version", version.name()).pay();
    }

    private static Cancellation cancellation(PortOnePayment paid, BigDecimal amount, BigDecimal remaining) {
        return new Cancellation(paid.reference(), amount, remaining, "refund-" + paid.paymentId(), "매장 사정");
    }

    private static PaymentReference byOurId(PortOneVersion version, CheckoutId id) {
        return new PaymentReference(version, "platform", id.toString(), null);
    }

    private static CheckoutId anyId() {
        return new CheckoutId(UUID.randomUUID());
    }

    private static PaymentGateway gateway(PortOneVersion version) {
        PortOneConfig config = PortOneFixtures.config(PortOneFixtures.settings(simulator));
        GatewayFactory factory = version == PortOneVersion.V1
                ? new V1Gateways(vertx, config, Clock.systemUTC())
                : new V2Gateways(vertx, config);
        PortOneAccount platform = new PortOneAccounts(config).ofStore(null);
        return factory.gateway(platform).orElseThrow();
    }

    private static <T> T get(Uni<T> asked) {
        return asked.await().atMost(PATIENCE);
    }
}
