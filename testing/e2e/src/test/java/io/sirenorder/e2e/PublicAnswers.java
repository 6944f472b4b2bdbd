package io.sirenorder.e2e;

import io.sirenorder.client.Answer;
import io.sirenorder.documents.OpenApiDocument;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Holds every answer of every story against the public document of the API. */
final class PublicAnswers implements Consumer<Answer> {
    private final OpenApiDocument document =
            OpenApiDocument.of(Path.of("..", "..", "docs", "openapi", "siren-order.yaml"));

    @Override
    public void accept(Answer answer) {
        String method = answer.call().replaceFirst(" .*", "");
        String path = URI.create(answer.call().replaceFirst("\\S+ ", "")).getPath();
        if (document.knows(method, path)) {
            document.assertDocumented(
                    method,
                    path,
                    answer.status(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body().isMissingNode() ? "" : text(answer));
        }
    }

    private static String text(Answer answer) {
        return answer.body().isTextual()
                ? answer.body().textValue()
                : answer.body().toString();
    }
}
