package io.sirenorder.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTokenTest {
    @TempDir
    Path directory;

    @Test
    void each_neighbour_is_shown_the_token_that_is_meant_for_it() throws Exception {
        Files.writeString(directory.resolve("at-store.jwt"), "for-store\n");
        Files.writeString(directory.resolve("at-coupon.jwt"), "for-coupon");
        ServiceToken token = with(directory.resolve("at-{callee}.jwt"));
        assertThat(token.authorization(URI.create("http://store:8082/internal/things/5")))
                .isEqualTo("Bearer for-store");
        assertThat(token.authorization(URI.create("http://coupon:8083/coupons")))
                .isEqualTo("Bearer for-coupon");
        assertThatThrownBy(() -> token.authorization(URI.create("http://elsewhere/")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_token_may_be_for_all_of_them() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "for-all");
        assertThat(with(file).authorization(URI.create("http://store:8082/"))).isEqualTo("Bearer for-all");
    }

    private static ServiceToken with(Path file) {
        Map<String, NeighbourConfig.Neighbour> all = Map.of(
                "store", () -> URI.create("http://store:8082"), "coupon", () -> URI.create("http://coupon:8083"));
        return new ServiceToken(new Settings(file.toString()), () -> all, true);
    }

    /** The configuration of a service. */
    private record Settings(String tokenFile) implements ServiceTokenConfig {
        @Override
        public String name() {
            return "payment";
        }
    }
}
