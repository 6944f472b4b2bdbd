package io.sirenorder.store.till;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.kit.digest.Digests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Replies to tills' commands, kept for a week: a repeated command gets the same reply. */
@ApplicationScoped
class ProcessedCommands {
    private static final Logger LOG = Logger.getLogger(ProcessedCommands.class);
    private static final String REMEMBER = """
            INSERT INTO till_commands (recipient, command_id, type, digest, reply, at)
            VALUES (:recipient, :id, :type, :digest, :reply, now())
            ON CONFLICT DO NOTHING
            """;
    private static final String RECALL =
            "SELECT digest, reply FROM till_commands WHERE recipient = :recipient AND command_id = :id";
    private static final String FORGET = "DELETE FROM till_commands WHERE at < now() - interval '7 days'";

    private final ObjectMapper json;
    private final Pool pool;

    ProcessedCommands(ObjectMapper json, Pool pool) {
        this.json = json;
        this.pool = pool;
    }

    /** Says that a command of this number was done before, so this one must not be. */
    static final class AlreadyProcessed extends RuntimeException {
        AlreadyProcessed() {
            super("a command of this number was done before", null, false, false);
        }
    }

    /** Within the command's own transaction. */
    Uni<Void> remember(TillCommand command, TillReply reply) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER)
                        .setParameter("recipient", command.recipient().value())
                        .setParameter("id", command.id())
                        .setParameter("type", command.type())
                        .setParameter("digest", digest(command))
                        .setParameter("reply", write(reply))
                        .executeUpdate())
                .invoke(rows -> {
                    if (rows == 0) {
                        throw new AlreadyProcessed();
                    }
                })
                .replaceWithVoid();
    }

    /** The reply to the same command, or null if it was never done; {@link CommandIdReused} for another's number. */
    @WithSession
    Uni<TillReply> recall(TillCommand command) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RECALL, Object[].class)
                        .setParameter("recipient", command.recipient().value())
                        .setParameter("id", command.id())
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : reply(command, row));
    }

    private TillReply reply(TillCommand command, Object[] row) {
        if (!digest(command).equals(row[0])) {
            throw new CommandIdReused();
        }
        try {
            return json.readValue((String) row[1], TillReply.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own replies can be read", e);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.query(FORGET)
                .execute()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("old replies stay a while longer: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private String write(TillReply reply) {
        try {
            return json.writeValueAsString(reply);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own replies can be written", e);
        }
    }

    private static String digest(TillCommand command) {
        return Digests.sha256Hex(command.type() + " " + command.d(), 16);
    }
}
