package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the public document that takes an {@code Idempotency-Key}, called by each who may: its answer is given
 * again, and its key stands for nothing else. An operation that is new is played without a line here.
 */
@PlaysTogether
class KeyedOperationsTest {
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String KEY = "Idempotency-Key";
    /** Refusals of the request itself, which no repetition will change. */
    private static final Set<Integer> LASTING = Set.of(400, 405, 406, 410, 413, 415, 422);

    private final Stack stack = Stack.running();
    private final Estate estate = new Estate(stack);
    private final AccessTables tables = AccessTables.read();
    private final SoftAssertions claims = new SoftAssertions();
    private final Set<String> done = new TreeSet<>();

    @AfterEach
    void leave() {
        estate.close();
        claims.assertAll();
    }

    @Test
    void an_answer_is_given_again_under_its_key_which_stands_for_nothing_else() {
        List<PublicOperation> operations =
                PublicOperation.all().stream().filter(PublicOperation::takesKey).toList();
        assertThat(operations).hasSizeGreaterThan(15);
        callers()
                .forEach((who, caller) -> operations.stream()
                        .filter(operation -> mayCall(operation, who))
                        .forEach(operation -> play(operation, who, caller)));
        assertThat(done).as("operations that had an effect").hasSizeGreaterThan(5);
    }

    /** The operator comes last, who closes the store. */
    private Map<String, Api> callers() {
        Map<String, Api> callers = new LinkedHashMap<>();
        callers.put("no token", stack.api());
        callers.putAll(estate.owners());
        callers.put("operator", stack.operator());
        return callers;
    }

    private boolean mayCall(PublicOperation operation, String who) {
        return operation.isForAll() == who.equals("no token") && !tables.forbids(operation, who);
    }

    private void play(PublicOperation operation, String who, Api caller) {
        Answer tooLong = operation.call(caller.with(KEY, "k".repeat(256)), estate, estate::of);
        claims.assertThat(tooLong.status())
                .as(context(operation, who, "a key that is too long", tooLong))
                .isEqualTo(400);
        Api keyed = caller.with(KEY, UUID.randomUUID().toString());
        Answer first = operation.call(keyed, estate, estate::of);
        Answer again = operation.call(keyed, estate, estate::of);
        if (isKept(first)) {
            isSame(operation, who, first, again);
            isForNothingElse(operation, who, keyed);
        } else {
            claims.assertThat(isReplay(again))
                    .as(context(operation, who, "again after " + first.status(), again))
                    .isFalse();
        }
        if (first.status() < 300) {
            done.add(operation.name());
        }
    }

    private void isSame(PublicOperation operation, String who, Answer first, Answer again) {
        String context = context(operation, who, "again after " + first, again);
        claims.assertThat(again.status()).as(context).isEqualTo(first.status());
        claims.assertThat(isReplay(again)).as(context).isEqualTo(operation.answersWith(REPLAYED));
        if (operation.answersWith(REPLAYED)) {
            claims.assertThat(again.body()).as(context).isEqualTo(first.body());
        }
    }

    private void isForNothingElse(PublicOperation operation, String who, Api keyed) {
        String path = operation.path(estate::of);
        if (!operation.answersWith(REPLAYED)) {
            return; // the key is a part of the coupon's own number
        }
        if (!operation.path(estate::ofNothing).equals(path)) {
            isReused(operation, who, "elsewhere", operation.call(keyed, estate, estate::ofNothing));
        }
        if (operation.takesBody()) {
            isReused(operation, who, "with another body", keyed.call(operation.method(), path, "{}"));
        }
    }

    private void isReused(PublicOperation operation, String who, String how, Answer answer) {
        String context = context(operation, who, how, answer);
        claims.assertThat(answer.status()).as(context).isEqualTo(422);
        claims.assertThat(answer.problem()).as(context).isEqualTo("idempotency-key-reused");
    }

    private static boolean isKept(Answer answer) {
        return answer.status() < 300 || LASTING.contains(answer.status());
    }

    private static boolean isReplay(Answer answer) {
        return answer.headers().firstValue(REPLAYED).isPresent();
    }

    private static String context(PublicOperation operation, String who, String how, Answer answer) {
        return "%s as %s, %s -> %d %s".formatted(operation.name(), who, how, answer.status(), answer.body());
    }
}
