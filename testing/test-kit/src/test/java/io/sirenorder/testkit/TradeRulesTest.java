package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that nothing can break are none: each is shown an offender. */
class TradeRulesTest {

    @Test
    void each_offence_is_found() {
        assertThat(complaints(SomeHelper.class)).singleElement().asString().contains("SomeHelper");
        assertThat(complaints(Talker.class)).isNotEmpty();
        assertThat(complaints(Sleeper.class)).singleElement().asString().contains("sleep");
        assertThat(complaints(OwnClock.class)).singleElement().asString().contains("asks a clock");
        assertThat(complaints(OpenResource.class)).singleElement().asString().contains("does not say who may call it");
        assertThat(complaints(FickleResource.class)).singleElement().asString().contains("Cancellable");
        assertThat(complaints(HiddenResource.class)).singleElement().asString().contains("public");
        assertThat(complaints(LateCounter.class)).singleElement().asString().contains("Startup");
    }

    @Test
    void what_is_in_order_passes() {
        assertThat(complaints(GoodResource.class)).isEmpty();
    }

    @Test
    void a_resource_names_the_media_types_that_it_speaks() {
        assertThat(complaints(SpeechlessResource.class))
                .anySatisfy(complaint -> assertThat(complaint).contains("@Produces"));
    }

    @Test
    void a_forgotten_result_is_found() {
        JavaClass type = new ClassFileImporter().importClass(Forgetful.class);
        assertThat(type.getMethodCallsFromSelf()).anyMatch(TradeRules::subscribesAndForgets);
    }

    private static List<String> complaints(Class<?> offender) {
        JavaClasses classes = new ClassFileImporter().importClasses(offender);
        return new TradeRules("io.sirenorder.testkit")
                .all().stream()
                        .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                        .flatMap(result ->
                                result.getFailureReport().getDetails().stream().map(d -> result.getFailureReport() + d))
                        .toList();
    }

    static class SomeHelper {}

    static class Talker {
        void talk() {
            System.out.println("x");
        }
    }

    static class Sleeper {
        void sleep() throws InterruptedException {
            Thread.sleep(1L);
        }
    }

    static class OwnClock {
        Instant now() {
            return Instant.now();
        }
    }

    @ApplicationScoped
    static class LateCounter {
        LateCounter(MeterRegistry meters) {
            meters.counter("siren.late");
        }
    }

    static class Forgetful {
        void start() {
            Uni.createFrom().item(1).subscribe().with(item -> {});
        }
    }

    @Path("/parcels/open")
    @Produces("text/plain")
    @Consumes("text/plain")
    static class OpenResource {
        @GET
        public String get() {
            return "";
        }
    }

    @Path("/hidden")
    @Produces("text/plain")
    @Consumes("text/plain")
    @PermitAll
    static class HiddenResource {
        @GET
        String get() {
            return "";
        }
    }

    @Path("/fickle")
    @Produces("text/plain")
    @Consumes("text/plain")
    @PermitAll
    static class FickleResource {
        @GET
        public Uni<String> get() {
            return Uni.createFrom().item("");
        }
    }

    @Path("/speechless")
    @PermitAll
    static class SpeechlessResource {
        @GET
        public String get() {
            return "";
        }
    }

    @Path("/good")
    @Produces("text/plain")
    @Consumes("text/plain")
    static class GoodResource {
        private final Clock clock;

        GoodResource(Clock clock) {
            this.clock = clock;
        }

        @GET
        @PermitAll
        public String get() {
            return Instant.now(clock).toString();
        }
    }
}
