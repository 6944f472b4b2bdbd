package io.sirenorder.feed.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Mirror;
import io.sirenorder.feed.toy.Spoilage;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class SweepsTest {
    @Inject
    Bench bench;

    @Inject
    Spoilage spoilage;

    @Test
    void a_sweep_runs_while_its_work_is_due_and_again_after_a_failure() {
        Bench.eventually(() -> assertThat(spoilage.idleTimes()).isPositive());
        assertThat(spoilage.runs()).isZero();

        bench.update("INSERT INTO jars (id, beans, version) VALUES (?, 1, 1)", "spoiled-" + bench.newJar());

        Bench.eventually(() -> assertThat(bench.count("SELECT count(*) FROM jars WHERE id LIKE 'spoiled-%'"))
                .isZero());
        assertThat(spoilage.runs()).isGreaterThanOrEqualTo(2);
        awaitIdle();
        int runs = spoilage.runs();
        awaitIdle();
        assertThat(spoilage.runs()).isEqualTo(runs);
    }

    private void awaitIdle() {
        int before = spoilage.idleTimes();
        Bench.eventually(() -> assertThat(spoilage.idleTimes()).isGreaterThan(before + 1));
    }
}
