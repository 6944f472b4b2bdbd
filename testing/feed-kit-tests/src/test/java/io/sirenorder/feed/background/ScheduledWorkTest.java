package io.sirenorder.feed.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.spi.JobInstrumenter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.feed.Mirror;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class ScheduledWorkTest {
    @Inject
    JobInstrumenter asked;

    @Test
    void the_scheduler_asks_whether_work_may_begin() {
        assertThat(asked).isInstanceOf(ScheduledWork.class);
    }
}
