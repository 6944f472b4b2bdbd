package io.sirenorder.simulator.web;

import io.sirenorder.simulator.fault.Fault;
import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.fault.Strike;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Serves calls, spoiled by the faults that strike them: before acting, in place of acting, or after it. */
public final class Calls {
    private final Vertx vertx;
    private final Faults faults;

    public Calls(Vertx vertx, Faults faults) {
        this.vertx = vertx;
        this.faults = faults;
    }

    public void serve(Call call, Dialect dialect, Supplier<Answer> action) {
        serve(call, dialect, act -> act, action);
    }

    /** The guard stands around everything that takes time, so that a second call meets the first one still running. */
    public void serve(
            Call call, Dialect dialect, UnaryOperator<Supplier<Future<Answer>>> guard, Supplier<Answer> action) {
        Supplier<Future<Answer>> act = () -> pause(call, Fault.DELAY)
                .map(waited -> instead(call, dialect).orElseGet(() -> attempt(dialect, action)));
        Future<Answer> answer;
        try {
            answer = guard.apply(act).get();
        } catch (RuntimeException refused) {
            answer = Future.succeededFuture(dialect.of(refused));
        }
        answer.compose(done -> pause(call, Fault.DELAY_ANSWER).map(waited -> spoiled(call, dialect, done)))
                .onSuccess(done -> send(call, done))
                .onFailure(call.context()::fail);
    }

    private static Answer attempt(Dialect dialect, Supplier<Answer> action) {
        try {
            return action.get();
        } catch (RuntimeException failure) {
            return dialect.of(failure);
        }
    }

    private Optional<Answer> instead(Call call, Dialect dialect) {
        return strike(Fault.DROP_REQUEST, call)
                .map(hit -> dropped())
                .or(() -> strike(Fault.DOWN, call).map(hit -> Answer.html(503, "Service Unavailable")))
                .or(() -> strike(Fault.ERROR, call).map(hit -> error(hit, dialect)))
                .or(() -> strike(Fault.UNAUTHORIZED, call).map(hit -> dialect.unauthorized()))
                .or(() -> strike(Fault.NOT_FOUND, call).map(hit -> dialect.notFound()))
                .map(Answer::unsettled);
    }

    private Answer spoiled(Call call, Dialect dialect, Answer answer) {
        return strike(Fault.DROP_RESPONSE, call)
                .map(hit -> dropped())
                .or(() -> strike(Fault.ERROR_AFTER, call).map(hit -> error(hit, dialect)))
                .or(() -> strike(Fault.GARBLED, call).map(hit -> garbled(answer)))
                .or(() -> strike(Fault.EXTRA_FIELDS, call).map(hit -> withExtraFields(answer)))
                .orElse(answer);
    }

    private static Answer error(Strike hit, Dialect dialect) {
        int status = (int) hit.number("status", 500);
        return switch (hit.text("body", "json")) {
            case "html" -> Answer.html(status, "Error");
            case "empty" -> Answer.empty(status);
            default -> dialect.serverError(status, hit.text("type", "INTERNAL_SERVER_ERROR"));
        };
    }

    private static Answer garbled(Answer answer) {
        return answer.withBody(answer.body().substring(0, answer.body().length() / 2));
    }

    private static Answer withExtraFields(Answer answer) {
        if (!answer.isJson() || answer.body().isEmpty()) {
            return answer;
        }
        JsonObject body = new JsonObject(answer.body())
                .put("aFieldOfTomorrow", new JsonObject().put("nested", true))
                .put("anotherOne", "이것은 나중에 추가된 필드입니다");
        return answer.withBody(body.encode());
    }

    private static Answer dropped() {
        return new Answer(0, "", "", false);
    }

    private static void send(Call call, Answer answer) {
        if (answer.status() == 0) {
            call.context().request().connection().close();
            return;
        }
        call.context()
                .response()
                .setStatusCode(answer.status())
                .putHeader("content-type", answer.contentType())
                .end(answer.body());
    }

    private Future<Void> pause(Call call, Fault fault) {
        return strike(fault, call)
                .map(hit -> hit.number("delayMs", 1_000))
                .filter(millis -> millis > 0)
                .map(this::after)
                .orElseGet(Future::succeededFuture);
    }

    private Future<Void> after(long millis) {
        Promise<Void> promise = Promise.promise();
        vertx.setTimer(millis, timer -> promise.complete());
        return promise.future();
    }

    public Optional<Strike> strike(Fault fault, Call call) {
        return faults.strike(fault, call.place(), call.paymentId());
    }
}
