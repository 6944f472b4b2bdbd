package io.sirenorder.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEndTest {
    @TempDir
    Path directory;

    @Test
    void a_json_line_is_read_as_its_message_and_innermost_cause() throws IOException {
        String line = """
                {"level":"ERROR","message":"Failed to start","exception":{"exceptionType":"A","message":"outer",\
                "causedBy":{"exception":{"exceptionType":"B","message":"no such role"}}}}
                """;
        assertThat(endOf(line)).isEqualTo("    ERROR Failed to start: B: no such role");
    }

    @Test
    void only_the_last_lines_are_shown_and_other_text_is_left_as_it_is() throws IOException {
        String lines = IntStream.range(0, 50).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        assertThat(endOf(lines + "\n{cut sho").lines()).hasSize(12).endsWith("    line 49", "    {cut sho");
    }

    @Test
    void a_log_that_was_never_written_is_empty() {
        assertThat(LogEnd.of(directory.resolve("none.log"))).contains("empty log");
    }

    private String endOf(String text) throws IOException {
        return LogEnd.of(Files.writeString(directory.resolve("part.log"), text));
    }
}
