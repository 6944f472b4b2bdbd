package io.sirenorder.testkit.kit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.MalformedRequests;
import io.sirenorder.testkit.SirenTestResource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class MalformedRequestsTest {
    @Test
    void a_malformed_request_is_answered_with_a_problem() throws IOException {
        MalformedRequests.areAnsweredWithProblems();
    }
}
