package io.sirenorder.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.sirenorder.documents.OpenApiDocument;
import java.net.URI;

/**
 * Holds every answer in every test of a running service against the document of that service, where its path is in it, and every
 * request that was taken, and its Korean; found by Quarkus.
 */
public final class DocumentedAnswers implements QuarkusTestBeforeEachCallback {
    private static final int FIRST_REFUSAL = 300;

    private OpenApiDocument document;

    /** The document of the service under test. */
    static OpenApiDocument ofRunningService() {
        return OpenApiDocument.of(
                RestAssured.given().noFilters().get("/q/openapi?format=json").asString());
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        RestAssured.replaceFiltersWith(this::held, new KoreanProblems());
    }

    private Response held(
            FilterableRequestSpecification request, FilterableResponseSpecification answer, FilterContext context) {
        Response response = context.next(request, answer);
        String path = URI.create(request.getURI()).getPath();
        if (document().knows(request.getMethod(), path)) {
            document()
                    .assertDocumented(
                            request.getMethod(),
                            path,
                            response.statusCode(),
                            response.contentType(),
                            response.asString());
            if (response.statusCode() < FIRST_REFUSAL && request.getBody() instanceof String body) {
                document().assertAsked(request.getMethod(), path, body);
            }
        }
        return response;
    }

    /** Asked for at the first call of a test: before it, the service's address is not known. */
    private OpenApiDocument document() {
        if (document == null) {
            document = ofRunningService();
        }
        return document;
    }
}
