package io.sirenorder.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rehearsals of a restore, on a stack without other traffic: orders that other stories leave behind would be forgotten
 * with the rest, and no merchant would decide them again.
 */
class RestoreDrillTest {
    private static final int MOST_MINUTES = 5;

    private static LaunchedStack stack;

    @BeforeAll
    static void start() {
        stack = LaunchedStack.in(Path.of("target", "restore").toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "payment", "coupon", "merchant"})
    void a_service_restored_to_an_earlier_copy_under_load_loses_no_payment(String service) throws Exception {
        new Rehearsal(stack.state(), MOST_MINUTES).passes("restore", "--service", service, "--orders", "4");
    }
}
