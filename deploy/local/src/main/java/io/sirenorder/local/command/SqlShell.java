package io.sirenorder.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads statements that end in a semicolon, runs each on its own, and prints rows as a table. */
record SqlShell(Connection connection, PrintStream out) {
    private static final int MOST_ROWS = 500;
    private static final int WIDEST = 60;
    private static final String TABLES =
            "SELECT schemaname AS schema, relname AS table, n_live_tup AS rows FROM pg_stat_user_tables ORDER BY 1, 2";

    /** Answers 0 when all statements went well. */
    int read(BufferedReader in, String database) throws IOException {
        out.println("No psql here; statements end in ';'. \\d lists the tables, \\q or Ctrl-D ends.");
        StringBuilder statement = new StringBuilder();
        boolean well = true;
        prompt(database, statement);
        for (String line = in.readLine(); line != null && !line.strip().equals("\\q"); line = in.readLine()) {
            if (line.strip().equals("\\d")) {
                well &= run(TABLES);
            } else {
                statement.append(line).append('\n');
                if (line.stripTrailing().endsWith(";")) {
                    well &= run(statement.toString());
                    statement.setLength(0);
                }
            }
            prompt(database, statement);
        }
        return well ? 0 : 1;
    }

    private void prompt(String database, StringBuilder begun) {
        out.print(database + (begun.isEmpty() ? "=> " : "-> "));
        out.flush();
    }

    /** Whether the server took it; otherwise its words are printed. */
    boolean run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS + 1);
            if (statement.execute(sql)) {
                print(statement.getResultSet());
            } else {
                out.println("done, " + Math.max(0, statement.getUpdateCount()) + " rows");
            }
            return true;
        } catch (SQLException refused) {
            out.println(refused.getMessage());
            return false;
        }
    }

    private void print(ResultSet rows) throws SQLException {
        List<List<String>> table = new ArrayList<>();
        ResultSetMetaData head = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= head.getColumnCount(); column++) {
            names.add(head.getColumnLabel(column));
        }
        table.add(names);
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= names.size(); column++) {
                row.add(cell(rows.getString(column)));
            }
            table.add(row);
        }
        boolean cut = table.size() > MOST_ROWS + 1;
        table.subList(0, Math.min(table.size(), MOST_ROWS + 1)).forEach(row -> out.println(line(row, widths(table))));
        out.println(cut ? "(the first " + MOST_ROWS + " rows)" : "(" + (table.size() - 1) + " rows)");
    }

    private static String cell(String value) {
        String text = Objects.requireNonNullElse(value, "∅").replaceAll("\\s+", " ");
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static int[] widths(List<List<String>> table) {
        int[] widths = new int[table.get(0).size()];
        table.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            text.append(text.isEmpty() ? "" : " | ").append(("%-" + widths[column] + "s").formatted(row.get(column)));
        }
        return text.toString().stripTrailing();
    }
}
