package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.documents.OpenApiDocument;
import org.junit.jupiter.api.Test;

class PublicDocumentTest {
    private static final String FILE = "openapi/siren-order.yaml";

    @Test
    void the_public_document_is_current() {
        Docs.assertCurrent(FILE, PublicDocument.ofAllServices().asYaml());
    }

    @Test
    void generators_of_clients_can_use_the_public_document() {
        OpenApiDocument document =
                OpenApiDocument.of(Docs.root().resolve("docs").resolve(FILE));

        assertThat(document.flaws()).isEmpty();
        assertThat(document.knows("POST", "/checkouts")).isTrue();
        assertThat(document.knows("GET", "/vitals/gateway")).isTrue();
        assertThat(document.knows("GET", "/internal/events")).isFalse();
        assertThat(document.knows("POST", "/dev/buyers")).isFalse();
    }
}
