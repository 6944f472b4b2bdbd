package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The stack that the stories run against: the one named by {@code -Dsiren.state=DIRECTORY}, or one of our own, started
 * once per test run on free ports with short deadlines and stopped with it.
 */
public final class Stack {
    /** Longer than any deadline of the stack that the stories start. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int MOST_SECONDS = 600;

    /** The lock that classes of stories take, for themselves alone or together: {@link PlaysAlone}, {@link PlaysTogether}. */
    static final String LOCK = "stack";

    private static final Path OWN = Path.of("target", "stack").toAbsolutePath();

    private static Stack running;

    private final Path state;
    private final Api api;
    private final FaultyPortOne portone;
    private final Series firstSeries;

    private Stack(Path state, boolean isNew) {
        this.state = state;
        this.firstSeries = isNew ? Series.of(file().path("parts")) : null;
        this.api = Api.at(file().path("door").asText()).shownTo(new PublicAnswers());
        this.portone = new FaultyPortOne(Api.at(file().path("simulator").asText()));
    }

    public static synchronized Stack running() {
        if (running == null) {
            String given = System.getProperty("siren.state", "");
            running = given.isEmpty()
                    ? new Stack(LaunchedStack.in(OWN).state(), true).triedOut()
                    : new Stack(Path.of(given), false);
        }
        return running;
    }

    /** Publishes a coupon and opens a checkout: first calls of programs that have just started, three stories at once, take long. */
    Stack triedOut() {
        Eventually.is(
                () -> operator()
                        .post("/coupons", Map.of("menuItemId", "americano"))
                        .status(),
                201,
                PATIENCE);
        Merchant merchant = merchant();
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> isOpen(merchant), true, PATIENCE);
            Eventually.is(() -> buyer().checkOut(merchant.storeId()).status(), 201, PATIENCE);
        }
        return this;
    }

    /** Another stack than the one that the stories share. */
    static Stack of(LaunchedStack other) {
        return new Stack(other.state(), false);
    }

    public Api api() {
        return api;
    }

    public FaultyPortOne portone() {
        return portone;
    }

    String portoneStoreId() {
        return file().path("portone").path("storeId").asText();
    }

    /** The code of stores that are paid into an account of their own. */
    String ownCode() {
        return file().path("portone").path("ownCode").asText();
    }

    /** The store at PortOne of the account with the own code. */
    String ownPortoneStoreId() {
        return file().path("portone").path("ownStoreId").asText();
    }

    /** A merchant whose store is paid into an account of its own. */
    Merchant merchantWithOwnAccount() {
        return Merchant.registerPaidInto(api, "마포 카페 " + shortName(), ownCode());
    }

    /** The services' databases, as each service's own role sees them. */
    public Databases databases() {
        return new Databases(file().path("databases"), state.resolve("secrets"));
    }

    /** Everything that Redis holds is gone at once, as an operator's slip would have it. */
    public void flushRedis() {
        redis().flush();
    }

    /** The Redis that all parts share. */
    RedisInUse redis() {
        return new RedisInUse(URI.create(file().path("redis").asText()));
    }

    /** Restarts a part as a release does, one instance after the other; comes back when the last one answers. */
    public void restart(String part) {
        List<String> command = LaunchedStack.siren("restart", part, "--state", state.toString());
        Path log = Path.of("target", "restart-" + part + ".log");
        try {
            Process restart = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!restart.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || restart.exitValue() != 0) {
                restart.destroyForcibly();
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Series that the programs exposed when they had just started and nobody had called them; empty where others started them. */
    Optional<Series> firstSeries() {
        return Optional.ofNullable(firstSeries);
    }

    /** The processes of the stack. */
    public Parts parts() {
        return new Parts(file().path("parts"));
    }

    String webhookSecret() {
        return file().path("portone").path("webhookSecret").asText();
    }

    Path state() {
        return state;
    }

    /** The front door as browsers know it: the host of the issuers, too. */
    public String address() {
        return file().path("address").asText();
    }

    /** Registers a store whose orders wait for an answer longer than any story takes, on a busy machine too. */
    public Merchant merchant() {
        Merchant merchant = hurriedMerchant();
        Eventually.is(() -> merchant.answerWithin(MOST_SECONDS).status(), 200); // known a moment after its registration
        return merchant;
    }

    /** Registers a store whose orders wait for an answer as long as is the default of this stack, which is short. */
    Merchant hurriedMerchant() {
        return Merchant.register(api, "이야기 카페 " + shortName());
    }

    public Buyer buyer() {
        return Buyer.signIn(api, "buyer-" + shortName() + "@example.com", "손님");
    }

    public Api operator() {
        return api.as(api.post("/dev/operators", Map.of()).expect(201).text("accessToken"));
    }

    /** Whether the store takes orders; a new one is known a moment after its registration. */
    public boolean isOpen(Merchant merchant) {
        Answer store = api.get("/stores/" + merchant.storeId());
        return store.status() == 200 && store.body().path("open").asBoolean();
    }

    /** A checkout at a store whose till has just been connected. */
    public Answer checkOutAtOpenStore(Buyer buyer, Merchant merchant) {
        Eventually.is(() -> isOpen(merchant), true);
        return buyer.checkOut(merchant.storeId()).expect(201);
    }

    /** The same, paid. */
    public Answer payAtOpenStore(Buyer buyer, Merchant merchant) {
        Answer checkout = checkOutAtOpenStore(buyer, merchant);
        portone.pay(checkout).expect(200);
        return checkout;
    }

    /** All that was paid is back, and no more. */
    public void awaitFullRefund(String paymentId) {
        long paid = portone.payment(paymentId).path("amount").asLong();
        Eventually.is(() -> portone.refunded(paymentId), paid, PATIENCE);
    }

    private JsonNode file() {
        try {
            return Json.parse(Files.readString(state.resolve("stack.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortName() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
