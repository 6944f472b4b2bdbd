package io.sirenorder.store.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.QuoteRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldDigestTest {
    private static final StoreId STORE = new StoreId(new UUID(1, 2));
    private static final Recipient KIM = Recipient.fromString("buyer:0190a0a0-1234-8000-8000-0123456789ab");

    @Test
    void the_order_of_options_and_the_time_do_not_count() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("size", "TALL");
        one.put("cup", "OWN");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("cup", "OWN");
        other.put("size", "TALL");

        assertThat(digest(2, one, 10)).isEqualTo(digest(2, other, 20));
    }

    @Test
    void another_quantity_or_option_is_another_request() {
        String first = digest(2, Map.of("size", "TALL"), 10);

        assertThat(digest(3, Map.of("size", "TALL"), 10)).isNotEqualTo(first);
        assertThat(digest(2, Map.of("size", "GRANDE"), 10)).isNotEqualTo(first);
        assertThat(digest(2, null, 10)).isNotEqualTo(first);
    }

    private static String digest(int quantity, Map<String, String> options, int minutes) {
        QuoteRequest.Line line = new QuoteRequest.Line(new MenuItemId("americano"), quantity, options);
        return HoldDigest.of(new HoldRequest(KIM, STORE, Pickup.TO_GO, List.of(line), Duration.ofMinutes(minutes)));
    }
}
