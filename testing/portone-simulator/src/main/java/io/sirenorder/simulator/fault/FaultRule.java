package io.sirenorder.simulator.fault;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One knob: which fault, at which call or event, for which payment, how probably and how often. */
final class FaultRule {
    private final Fault fault;
    private final JsonObject json;
    private final double probability;
    private final long times;
    private final long skip;
    private final Map<String, Integer> matches = new HashMap<>();
    private long matched;
    private long struck;

    private FaultRule(Fault fault, JsonObject json) {
        this.fault = fault;
        this.json = json;
        this.probability = json.getDouble("probability", 1.0);
        this.times = json.getLong("times", Long.MAX_VALUE);
        this.skip = json.getLong("skip", 0L);
    }

    static FaultRule fromJson(JsonObject json) {
        String name = json.getString("fault");
        Fault fault = Fault.named(name).orElseThrow(() -> new IllegalArgumentException("no fault is called " + name));
        FaultRule rule = new FaultRule(fault, json);
        if (rule.probability < 0 || rule.probability > 1 || rule.times < 0 || rule.skip < 0) {
            throw new IllegalArgumentException("probability is 0..1, times and skip are not negative");
        }
        return rule;
    }

    /**
     * Whether this occasion is hit. The dice know only the seed, the payment and how often it came by, so that a run is
     * repeatable however its calls interleave.
     */
    Optional<Strike> strike(Fault occasion, String place, String paymentId, Dice dice) {
        if (occasion != fault || !isAt(place) || !isFor(paymentId) || struck >= times || matched++ < skip) {
            return Optional.empty();
        }
        int nth = probability == 1.0 ? 0 : matches.merge(paymentId, 1, Integer::sum);
        if (probability < 1.0 && dice.roll(fault.wireName() + place, paymentId, nth) >= probability) {
            return Optional.empty();
        }
        struck++;
        return Optional.of(new Strike(json));
    }

    private boolean isAt(String place) {
        String at = json.getString("at", "*");
        return switch (at) {
            case "*" -> !place.startsWith("sim.");
            case "v1", "v2" -> place.startsWith(at + ".");
            default -> place.equals(at);
        };
    }

    private boolean isFor(String paymentId) {
        String only = json.getString("paymentId");
        return only == null || only.equals(paymentId);
    }

    JsonObject toJson() {
        return json.copy().put("struck", struck);
    }
}
