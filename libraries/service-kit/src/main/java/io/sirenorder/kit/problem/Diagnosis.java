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
import org.jboss.logging.Logger;

/** Finds the problem behind an exception. A failure of this program itself is logged, here and only here. */
@Singleton
public class Diagnosis {
    private static final Logger LOG = Logger.getLogger(Diagnosis.class);
    /** The most specific symptom first, however deep it lies. */
    private static final List<Symptom<?>> SYMPTOMS = List.of(
            new Symptom<>(Problem.class, problem -> problem),
            new Symptom<>(UnauthorizedException.class, failure -> new Unauthorized()),
            new Symptom<>(AuthenticationFailedException.class, failure -> new Unauthorized()),
            new Symptom<>(ForbiddenException.class, failure -> new Forbidden()),
            new Symptom<>(JsonProcessingException.class, UnreadableJson::problem),
            new Symptom<>(ConstraintViolationException.class, BrokenRules::problem),
            new Symptom<>(Throwable.class, Diagnosis::outage),
            new Symptom<>(Throwable.class, Diagnosis::unstorable),
            new Symptom<>(WebApplicationException.class, FrameworkAnswers::problem));

    /** The problem to tell the client. */
    public Problem of(Throwable failure) {
        return SYMPTOMS.stream()
                .flatMap(symptom -> Causes.of(failure).map(symptom::diagnose))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ours(failure));
    }

    private static Problem outage(Throwable failure) {
        if (!Outage.isBehind(failure)) {
            return null;
        }
        LOG.warnf("A request failed for want of an answer: %s", failure);
        return new NeighbourUnavailable(failure);
    }

    private static Problem unstorable(Throwable failure) {
        if (!UnstorableData.isBehind(failure)) {
            return null;
        }
        LOG.warn("A request holds data that the database cannot store", failure);
        return new UnstorableData();
    }

    private static Problem ours(Throwable failure) {
        LOG.error("A request failed", failure);
        return new UnexpectedFailure();
    }

    /** An exception and the problem that it means; empty when the fault is this program's. */
    private record Symptom<E extends Throwable>(Class<E> type, Function<E, Problem> meaning) {
        Optional<Problem> diagnose(Throwable failure) {
            return type.isInstance(failure) ? Optional.ofNullable(meaning.apply(type.cast(failure))) : Optional.empty();
        }
    }
}
