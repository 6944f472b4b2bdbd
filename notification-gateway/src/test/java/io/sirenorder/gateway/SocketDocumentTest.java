package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.documents.SocketDocument;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document describes what services say, what the gateway says, and what it says of itself is whole. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class SocketDocumentTest {
    private static final Path GOLDEN = Path.of("../libraries/contracts/src/test/resources/golden/messages");

    private static final Pattern KIND = Pattern.compile("\"((?:store|coupon|gift|payment)\\.[a-z-]+)\"");

    @TestHTTPResource
    URI base;

    @Inject
    Post post;

    @Test
    void every_message_of_a_service_arrives_as_described() throws IOException {
        TestUser merchant = TestUser.merchant();
        List<Path> samples;
        try (Stream<Path> files = Files.list(GOLDEN)) {
            samples = files.sorted().toList();
        }
        assertThat(samples).hasSameSizeAs(ServerMessage.class.getPermittedSubclasses());
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token())) {
            till.welcome();
            for (Path sample : samples) {
                JsonNode message = new ObjectMapper().readTree(sample.toFile());
                String flags = message.path("needsAck").asBoolean() ? "a" : "-";
                String type = message.path("t").asText();
                post.publish(
                        merchant.self(),
                        flags,
                        message.path("key").asText(),
                        type,
                        message.path("d").toString());
                SocketDocument.assertDescribes(till.next(type));
            }
        }
    }

    @Test
    void examples_of_what_clients_say_are_as_described_and_the_judge_is_strict() {
        SocketDocument.document()
                .at("/components/messages")
                .forEach(message -> message.path("examples")
                        .forEach(example -> SocketDocument.assertDescribes(example.path("payload"))));
        ObjectNode frame = new ObjectMapper().createObjectNode().put("t", "session.reset");
        assertThatThrownBy(() -> SocketDocument.assertDescribes(frame)).isInstanceOf(AssertionError.class);
    }

    @Test
    void every_reference_leads_somewhere_and_every_message_belongs_to_a_socket() {
        SocketDocument.document()
                .findValuesAsText("$ref")
                .forEach(reference -> assertThat(SocketDocument.document()
                                .at(reference.substring(1))
                                .isMissingNode())
                        .as(reference)
                        .isFalse());
        SocketDocument.document()
                .at("/components/messages")
                .fieldNames()
                .forEachRemaining(name -> assertThat(SocketDocument.document()
                                        .at("/channels/merchant/messages")
                                        .has(name)
                                || SocketDocument.document()
                                        .at("/channels/buyer/messages")
                                        .has(name))
                        .as(name)
                        .isTrue());
    }

    @Test
    void every_close_code_of_ours_is_in_the_table() {
        String text = SocketDocument.document().at("/info/description").asText();
        for (CloseReason reason : CloseReason.values()) {
            assertThat(text).contains("| " + reason.code() + " |");
            assertThat(reason.mayReconnect()).isEqualTo(reason.code() >= 4000 && reason.code() < 4500);
        }
    }

    @Test
    void every_kind_of_notice_is_named() throws IOException {
        String text = SocketDocument.document()
                .at("/components/messages/notice/payload/allOf/1/properties/d/properties/kind/description")
                .asText();
        List<String> kinds;
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            kinds = files.filter(file -> file.toString().matches(".*/src/main/java/.*Notifications\\.java"))
                    .flatMap(SocketDocumentTest::kinds)
                    .toList();
        }
        assertThat(kinds).hasSizeGreaterThan(10).contains("store.paused");
        assertThat(kinds).allSatisfy(kind -> assertThat(text).contains("`" + kind + "`"));
    }

    private static Stream<String> kinds(Path source) {
        try {
            return KIND.matcher(Files.readString(source)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
