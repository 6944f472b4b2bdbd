package io.sirenorder.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Holds every answer in every test of a running service against the document of that service, and its Korean; found by Quarkus. */
public final class DocumentedAnswers implements QuarkusTestBeforeEachCallback {
    private OpenApiDocument document;

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        RestAssured.replaceFiltersWith(
                (request, answer, context) -> document().asFilter().filter(request, answer, context),
                new KoreanProblems());
    }

    /** Asked for at the first call of a test: before it, the service's address is not known. */
    private OpenApiDocument document() {
        if (document == null) {
            document = OpenApiDocument.ofRunningService();
        }
        return document;
    }
}
