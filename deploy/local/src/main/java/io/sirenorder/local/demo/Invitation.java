package io.sirenorder.local.demo;

import io.sirenorder.client.Merchant;

/** Lines to paste into another terminal. */
record Invitation(String door, String simulator, String version, Merchant merchant) {
    private static final String LINES = """
              # who sells, and what
              curl -s '%1$s/stores?open=true'
              curl -s %1$s/menu

              J='Content-Type: application/json'
              # you are a buyer: sign in, check out an Americano, pay it
              TOKEN=$(curl -s %1$s/dev/buyers -H "$J" -d '{"email":"me@example.com","nickname":"me"}' | sed 's/.*accessToken":"//; s/".*//')
              CHECKOUT=$(curl -s %1$s/checkouts -H "Authorization: Bearer $TOKEN" -H "$J" -d '{"intent":"ORDER","storeId":"%3$s","lines":[{"menuItemId":"americano","quantity":1,"options":{}}],"pickup":"TO_GO"}')
              ID=$(echo "$CHECKOUT" | sed 's/.*"checkoutId":"//; s/".*//'); WON=$(echo "$CHECKOUT" | sed 's/.*"amountKrw"://; s/[,}].*//')
              curl -s %2$s/sim/pay -H "$J" -d "{\\"version\\":\\"%6$s\\",\\"paymentId\\":\\"$ID\\",\\"amount\\":$WON}"; sleep 1
              curl -s %1$s/orders/$ID -H "Authorization: Bearer $TOKEN"

              # you are the merchant: accept it, finish it, look at the wallet
              MERCHANT=%4$s
              curl -s %1$s/orders/$ID/acceptance -H "Authorization: Bearer $MERCHANT" -H "$J" -d '{"minutes":5}'
              curl -s -X POST %1$s/orders/$ID/completion -H "Authorization: Bearer $MERCHANT"
              curl -s %1$s/wallets/%5$s -H "Authorization: Bearer $MERCHANT"
            """;

    String text() {
        return LINES.formatted(door, simulator, merchant.storeId(), merchant.token(), merchant.walletId(), version);
    }
}
