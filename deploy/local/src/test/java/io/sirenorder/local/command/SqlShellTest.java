package io.sirenorder.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.embedded.PostgresServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

class SqlShellTest {
    @Test
    void statements_print_tables_counts_and_the_servers_refusals() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String script = """
                CREATE TABLE notes (n int, words text);
                INSERT INTO notes VALUES (1, 'one'),
                  (2, NULL);
                SELECT * FROM notes ORDER BY n;
                SELECT nothing;
                \\d
                """;
        try (PostgresServer server = PostgresServer.settings().start();
                Connection connection = server.connect("postgres")) {
            SqlShell shell = new SqlShell(connection, new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(shell.read(new BufferedReader(new StringReader(script)), "store"))
                    .isEqualTo(1);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("done, 2 rows", "n | words", "1 | one", "2 | ∅", "(2 rows)")
                .contains("column \"nothing\" does not exist")
                .contains("public | notes");
    }
}
