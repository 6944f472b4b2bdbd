package io.sirenorder.feed;

import io.sirenorder.feed.background.OwnContext;
import io.sirenorder.feed.toy.JarDesk;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.Tokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Fixtures of the tests: jars of their own, rows, and patience. */
@ApplicationScoped
public class Bench {
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final DataSource database;
    private final JarDesk desk;

    Bench(Vertx vertx, DataSource database, JarDesk desk) {
        this.vertx = vertx;
        this.database = database;
        this.desk = desk;
    }

    /** A jar that no other test knows. */
    public String newJar() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    public void add(String jar, String... moods) {
        for (String mood : moods) {
            run(() -> desk.add(jar, mood));
        }
    }

    /** Puts beans into the jars in turn, many at a time. */
    public void addMany(List<String> jars, int beans, int atATime) {
        Multi.createFrom()
                .range(0, beans)
                .onItem()
                .transformToUni(n -> OwnContext.run(vertx, () -> desk.add(jars.get(n % jars.size()), "fine")))
                .merge(atATime)
                .onItem()
                .ignoreAsUni()
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    public <T> T run(Supplier<Uni<T>> work) {
        return OwnContext.run(vertx, work).await().atMost(PATIENCE);
    }

    /** The beans of a jar in the order in which a consumer saw them. */
    public List<Integer> seen(String consumer, String jar) {
        return query(
                "SELECT beans FROM effects WHERE consumer = ? AND jar = ? ORDER BY n",
                row -> row.getInt(1),
                consumer,
                jar);
    }

    public long count(String sql, Object... values) {
        return query(sql, row -> row.getLong(1), values).get(0);
    }

    public <T> List<T> query(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String bearer() {
        return "Bearer " + Tokens.service("toy");
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Asks again and again until the claim holds. */
    public static void eventually(Eventually.Claim claim) {
        Eventually.within(PATIENCE).that(claim);
    }

    /** Reads one row. */
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
