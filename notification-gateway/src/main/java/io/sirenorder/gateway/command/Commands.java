package io.sirenorder.gateway.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.problem.Problems;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Forwards commands to their owner, without understanding them, and always comes back with an answer. */
@ApplicationScoped
public class Commands {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final CommandApi owner;
    private final Duration patience;
    private final Problems problems;
    private final MeterRegistry meters;
    private final AtomicInteger inFlight = new AtomicInteger();

    Commands(
            @RestClient CommandApi owner,
            @ConfigProperty(name = "siren.commands.timeout", defaultValue = "3s") Duration patience,
            Problems problems,
            MeterRegistry meters) {
        this.owner = owner;
        this.patience = patience;
        this.problems = problems;
        this.meters = meters;
    }

    /** The number without a reply yet, on this node. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Never fails: what went wrong is an answer too. */
    public Uni<CommandOutcome> forward(Session session, String id, String type, JsonNode d) {
        Timer.Sample started = Timer.start(meters);
        inFlight.incrementAndGet();
        CommandApi.Command command =
                new CommandApi.Command(session.principal().self(), id, type, d == null ? NOTHING : d);
        return Uni.createFrom()
                .deferred(
                        () -> RetryOnce.asked(owner.command(session.admission().language(), command)))
                .ifNoItem()
                .after(patience)
                .fail()
                .map(CommandOutcome::done)
                .onFailure()
                .recoverWithItem(
                        failure -> answerTo(failure, session.admission().language()))
                .eventually(inFlight::decrementAndGet)
                .invoke(answer -> started.stop(meters.timer("siren.gateway.commands", "outcome", answer.outcome())));
    }

    private CommandOutcome answerTo(Throwable failure, String language) {
        if (failure instanceof TooManyRequests limit) {
            return CommandOutcome.of(limit, problems.body(limit, language, null).detail());
        }
        return failure instanceof TimeoutException ? CommandOutcome.tooLate() : CommandOutcome.of(failure);
    }
}
