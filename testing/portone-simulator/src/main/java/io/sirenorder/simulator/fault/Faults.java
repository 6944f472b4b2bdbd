package io.sirenorder.simulator.fault;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The knobs as they are set now. */
public final class Faults {
    private final long firstSeed;
    private List<FaultRule> rules = List.of();
    private Dice dice;

    public Faults(long seed) {
        this.firstSeed = seed;
        this.dice = new Dice(seed);
    }

    /** Replaces seed and rules: {@code {"seed": 7, "rules": [{"fault": "delay", "at": "v2.cancel", "delayMs": 500}]}}. */
    public void set(JsonObject knobs) {
        List<FaultRule> next = knobs.getJsonArray("rules", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(FaultRule::fromJson)
                .toList();
        dice = new Dice(knobs.getLong("seed", dice.seed()));
        rules = next;
    }

    public void reset() {
        rules = List.of();
        dice = new Dice(firstSeed);
    }

    public Optional<Strike> strike(Fault fault, String place, String paymentId) {
        for (FaultRule rule : rules) {
            Optional<Strike> strike = rule.strike(fault, place, paymentId, dice);
            if (strike.isPresent()) {
                return strike;
            }
        }
        return Optional.empty();
    }

    public Dice dice() {
        return dice;
    }

    public JsonObject toJson() {
        JsonArray list = new JsonArray();
        rules.forEach(rule -> list.add(rule.toJson()));
        return new JsonObject().put("seed", dice.seed()).put("rules", list);
    }
}
