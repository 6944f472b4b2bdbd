package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No one reaches what is another's, and cannot even tell whether it exists. */
@PlaysTogether
class OwnershipTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();
    private final Merchant otherMerchant = stack.merchant();
    private final Buyer otherBuyer = stack.buyer();

    @Test
    void anothers_order_looks_like_an_unknown_one() {
        try (Socket till = merchant.till("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.await("order.placed", frame -> frame.text("orderId").equals(orderId));
            for (Api stranger : List.of(otherBuyer.api(), otherMerchant.api())) {
                Answer foreign = stranger.get("/orders/" + orderId).expect(404);
                Answer unknown = stranger.get("/orders/" + UUID.randomUUID()).expect(404);
                assertThat(foreign.problem()).isEqualTo(unknown.problem());
                assertThat(foreign.text("detail")).isEqualTo(unknown.text("detail"));
            }
            otherMerchant.accept(orderId, 5).expect(404);
            otherMerchant.refuse(orderId, "SOLD_OUT").expect(404);
            otherMerchant.finish(orderId).expect(404);
            otherBuyer.cancel(orderId).expect(404);
            assertThat(buyer.order(orderId).path("status").asText()).isEqualTo("WAITING");
        }
    }

    @Test
    void wallets_stores_and_checkouts_are_their_owners() {
        otherMerchant.api().get("/wallets/" + merchant.walletId()).expect(404);
        otherMerchant.api().get("/stores/" + merchant.storeId() + "/orders").expect(404);
        otherMerchant
                .api()
                .put("/stores/" + merchant.storeId() + "/opening", Map.of())
                .expect(404);
        otherBuyer.api().get("/checkouts/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void a_role_is_not_another_role_and_a_call_without_a_token_has_none() {
        buyer.api().get("/wallets/" + merchant.walletId()).expect(403);
        merchant.api().get("/coupons").expect(403);
        merchant.api().post("/checkouts", Map.of()).expect(403);
        buyer.api().post("/coupons", Map.of("menuItemId", "americano")).expect(403);
        Answer nobody = stack.api().get("/orders").expect(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    }

    @Test
    void what_is_internal_is_not_reachable_from_outside() {
        for (String path : List.of("/internal/events?after=0", "/internal/quotes", "/q/health", "/q/metrics")) {
            assertThat(stack.api().get(path).status()).isEqualTo(404);
            assertThat(buyer.api().get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void a_store_in_public_shows_neither_merchant_nor_wallet() {
        String store = stack.api()
                .get("/stores/" + merchant.storeId())
                .expect(200)
                .body()
                .toString();
        assertThat(store).doesNotContain(merchant.merchantId()).doesNotContain(merchant.walletId());
    }

    @Test
    void what_a_till_sees_names_no_person() {
        try (Socket till = merchant.till("")) {
            stack.payAtOpenStore(buyer, merchant);
            String seen = till.await("order.placed", frame -> true).json().toString();
            assertThat(seen)
                    .doesNotContain(buyer.email())
                    .doesNotContain(buyer.buyerId())
                    .doesNotContain("address:");
        }
    }
}
