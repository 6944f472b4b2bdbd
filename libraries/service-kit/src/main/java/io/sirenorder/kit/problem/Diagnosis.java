package io.sirenorder.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Tells which problem lies behind an exception. What is nobody's but ours is logged, here and only here. */
@Singleton
public class Diagnosis {
    private static final Logger LOG = Logger.getLogger(Diagnosis.class);
    private static final int DEEPEST_CAUSE = 8;
    /** What is more telling comes first, however deep it lies. */
    private static final List<Symptom<?>> SYMPTOMS = List.of(
            new Symptom<>(Problem.class, problem -> problem),
            new Symptom<>(UnauthorizedException.class, failure -> new Unauthorized()),
            new Symptom<>(AuthenticationFailedException.class, failure -> new Unauthorized()),
            new Symptom<>(ForbiddenException.class, failure -> new Forbidden()),
            new Symptom<>(JsonProcessingException.class, UnreadableJson::problem),
            new Symptom<>(ConstraintViolationException.class, BrokenRules::problem),
            new Symptom<>(Throwable.class, Diagnosis::outage),
            new Symptom<>(WebApplicationException.class, FrameworkAnswers::problem));

    /** The problem to tell the client. */
    public Problem of(Throwable failure) {
        return SYMPTOMS.stream()
                .flatMap(symptom -> causes(failure).map(symptom::diagnose))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ours(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    private static Problem outage(Throwable failure) {
        if (!Outage.isBehind(failure)) {
            return null;
        }
        LOG.warnf("A request failed for want of an answer: %s", failure);
        return new NeighbourUnavailable(failure);
    }

    private static Problem ours(Throwable failure) {
        LOG.error("A request failed", failure);
        return new UnexpectedFailure();
    }

    /** An exception and what it means; empty when it means that we are wrong. */
    private record Symptom<E extends Throwable>(Class<E> type, Function<E, Problem> meaning) {
        Optional<Problem> diagnose(Throwable failure) {
            return type.isInstance(failure) ? Optional.ofNullable(meaning.apply(type.cast(failure))) : Optional.empty();
        }
    }
}
