package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Calls of every operation of the public document with ids, cursors and keys of others: nothing is read or changed, and what
 * is another's looks as if it were not there. An operation that is new is played without a line here.
 */
@PlaysTogether
class StrangersTest {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final String NOBODY = "no token";
    private static final String OPERATOR = "operator";
    /** A coupon of another's is answered like a code of nothing, so that nobody can look for codes. */
    private static final String HIDDEN_COUPON = "coupon-not-usable";
    /** Ends the caller's own session. */
    private static final String LOGOUT = "/sessions/current";
    /** A list that is empty where nothing went wrong. */
    private static final String DEAD_LETTERS = "/dead-letters/{service}";

    private final Stack stack = Stack.running();
    private final List<PublicOperation> operations = PublicOperation.all().stream()
            .filter(operation -> !operation.template().equals(LOGOUT))
            .toList();
    private final Estate estate = new Estate(stack);
    private final Map<String, Api> strangers = Map.of(
            NOBODY,
            stack.api(),
            "other buyer",
            stack.buyer().api(),
            "other merchant",
            stack.merchant().api());

    private final SoftAssertions claims = new SoftAssertions();

    @AfterEach
    void leave() {
        estate.close();
        claims.assertAll();
    }

    @Test
    void nothing_of_anothers_is_read_or_changed_by_its_id_or_key() {
        Map<String, JsonNode> before = seenByOwners();
        operations.forEach(operation ->
                strangers.forEach((who, caller) -> isStrange(operation, who, estate.keyed(caller, operation.id()))));
        claims.assertThat(seenByOwners()).isEqualTo(before);
    }

    /** Else the refusals of strangers would say nothing. */
    @Test
    void everything_that_strangers_ask_for_is_there_for_those_who_may_read_it() {
        operations.stream().filter(PublicOperation::isRead).forEach(read -> {
            Answer answer = read.call(owner(read), estate, estate::of);
            claims.assertThat(answer.status())
                    .as(context(read, "its owner", answer))
                    .isEqualTo(200);
        });
    }

    private void isStrange(PublicOperation operation, String who, Api caller) {
        Answer answer = operation.call(caller, estate, estate::of);
        leaksNothing(operation, who, answer);
        if (operation.isForAll()) {
            return;
        }
        String context = context(operation, who, answer);
        if (who.equals(NOBODY)) {
            claims.assertThat(answer.status()).as(context).isEqualTo(401);
        } else if (operation.namesSomething()) {
            claims.assertThat(hides(answer)).as(context).isTrue();
            if (!answer.problem().equals(HIDDEN_COUPON)) {
                looksUnknown(operation, context, answer, caller);
            }
        }
    }

    private void looksUnknown(PublicOperation operation, String context, Answer answer, Api caller) {
        Answer unknown =
                operation.call(estate.keyed(caller, operation.id() + " of nothing"), estate, estate::ofNothing);
        claims.assertThat(unknown.status()).as(context).isEqualTo(answer.status());
        claims.assertThat(unknown.problem()).as(context).isEqualTo(answer.problem());
        claims.assertThat(unknown.text("detail")).as(context).isEqualTo(answer.text("detail"));
    }

    private static boolean hides(Answer answer) {
        return answer.status() == 403
                || answer.status() == 404
                || answer.problem().equals(HIDDEN_COUPON);
    }

    private void leaksNothing(PublicOperation operation, String who, Answer answer) {
        String context = context(operation, who, answer);
        claims.assertThat(answer.status()).as(context).isLessThan(FIRST_FAILURE);
        claims.assertThat(answer.headers().firstValue("Idempotency-Replayed"))
                .as(context)
                .isEmpty();
        if (answer.status() < FIRST_REFUSAL) {
            claims.assertThat(answer.body().toString()).as(context).doesNotContain(estate.secrets());
        }
    }

    @Test
    void whoever_has_the_wrong_role_is_forbidden_even_what_is_their_own() {
        AccessTables tables = AccessTables.read();
        Map<String, Api> callers = new LinkedHashMap<>(estate.owners());
        callers.put(OPERATOR, stack.operator());
        operations.forEach(operation -> callers.forEach((who, caller) -> {
            if (tables.forbids(operation, who)) {
                Answer answer = operation.call(caller, estate, estate::of);
                claims.assertThat(answer.status())
                        .as(context(operation, who, answer))
                        .isEqualTo(403);
            }
        }));
    }

    @Test
    void a_cursor_of_another_account_shows_nothing_of_it_and_one_of_another_list_is_refused() {
        List<PublicOperation> lists =
                operations.stream().filter(PublicOperation::isList).toList();
        Map<PublicOperation, String> cursors = new LinkedHashMap<>();
        lists.stream()
                .filter(list -> !list.template().equals(DEAD_LETTERS))
                .forEach(list -> cursors.put(list, cursor(list)));
        for (PublicOperation list : lists) {
            cursors.forEach((from, cursor) -> {
                if (from.equals(list)) {
                    strangers.forEach((who, caller) ->
                            leaksNothing(list, who, list.call(caller, estate, estate::of, "cursor=" + cursor)));
                } else if (!from.page().equals(list.page())) {
                    Answer answer = list.call(owner(list), estate, estate::of, "cursor=" + cursor);
                    claims.assertThat(answer.status())
                            .as("a cursor of " + from.name() + " at " + context(list, "its owner", answer))
                            .isEqualTo(400);
                }
            });
        }
    }

    private String cursor(PublicOperation list) {
        Answer page = list.call(owner(list), estate, estate::of, "limit=1").expect(200);
        String cursor = page.text("nextCursor");
        assertThat(cursor).as(context(list, "its owner", page)).isNotIn("", "null");
        return cursor;
    }

    /** Of those who may read it, merchant or buyer before operator. */
    private Api owner(PublicOperation read) {
        return estate.owners().values().stream()
                .filter(caller -> isGood(read.call(caller, estate, estate::of)))
                .findFirst()
                .orElseGet(stack::operator);
    }

    /** All that the buyer and the merchant read, but for figures that go on by themselves. */
    private Map<String, JsonNode> seenByOwners() {
        Map<String, JsonNode> seen = new TreeMap<>();
        estate.owners()
                .forEach((who, owner) -> operations.stream()
                        .filter(PublicOperation::isRead)
                        .filter(operation -> !operation.isForAll())
                        .forEach(operation -> {
                            Answer answer = operation.call(owner, estate, estate::of);
                            if (isGood(answer)) {
                                seen.put(who + ": " + operation.name(), steady(answer.body()));
                            }
                        }));
        return seen;
    }

    private static JsonNode steady(JsonNode body) {
        return body instanceof ObjectNode object ? object.deepCopy().without(List.of("promises")) : body;
    }

    private static boolean isGood(Answer answer) {
        return answer.status() < FIRST_REFUSAL;
    }

    private static String context(PublicOperation operation, String who, Answer answer) {
        return "%s as %s -> %d %s".formatted(operation.name(), who, answer.status(), answer.body());
    }
}
