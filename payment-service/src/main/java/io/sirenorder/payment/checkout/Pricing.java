package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.GiftDraft;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Puts store-service's price on a wish; no other price counts. */
@ApplicationScoped
public class Pricing {
    private static final String NAMELESS = "익명";
    /** Also a CHECK of the table. */
    private static final Krw HIGHEST_TOTAL = Krw.of(100_000_000);

    private final QuoteApi prices;
    private final HoldClient holds;
    private final Addresses addresses;

    Pricing(@RestClient QuoteApi prices, HoldClient holds, Addresses addresses) {
        this.prices = prices;
        this.holds = holds;
        this.addresses = addresses;
    }

    /** Prices without taking or promising anything; fails with the problem to answer where it can't be bought. */
    public Uni<Priced> price(CheckoutRequest wanted, String nickname) {
        return price(wanted, nickname, order -> quote(order).map(Quote::withoutPromise));
    }

    /** Prices, and takes stock and kitchen time of an order for the checkout; a gift is bound to no store and takes none. */
    Uni<Priced> hold(CheckoutRequest wanted, String nickname, CheckoutId id, Recipient buyer) {
        return price(wanted, nickname, order -> holds.take(id, buyer, order));
    }

    private Uni<Priced> price(CheckoutRequest wanted, String nickname, Function<QuoteRequest, Uni<Quote>> pricing) {
        return Uni.createFrom().deferred(() -> {
            wanted.check();
            return switch (wanted.intent()) {
                case ORDER -> order(wanted, pricing);
                case GIFT -> gift(wanted.gift(), nickname == null ? NAMELESS : nickname);
            };
        });
    }

    private static Uni<Priced> order(CheckoutRequest wanted, Function<QuoteRequest, Uni<Quote>> pricing) {
        List<QuoteRequest.Line> lines =
                wanted.lines().stream().map(CheckoutRequest.Line::wanted).toList();
        String note = wanted.note() == null ? "" : wanted.note();
        return pricing.apply(new QuoteRequest(wanted.storeId(), wanted.pickup(), lines))
                .map(quote -> {
                    OrderDraft draft =
                            new OrderDraft(wanted.storeId(), quote.lines(), wanted.pickup(), note, quote.promise());
                    return priced(Intent.ORDER, Draft.of(draft), quote);
                });
    }

    private Uni<Priced> gift(CheckoutRequest.Gift gift, String sender) {
        Recipient recipient =
                addresses.find(gift.to()).orElseThrow(() -> new InvalidRequest("gift.to", "must be an e-mail address"));
        return quote(new QuoteRequest(null, List.of(gift.line().wanted()))).map(quote -> {
            GiftDraft draft = new GiftDraft(
                    recipient,
                    sender,
                    quote.lines().get(0),
                    gift.message() == null ? "" : gift.message(),
                    gift.wrap() == null ? CheckoutRequest.Gift.PLAIN_WRAP : gift.wrap());
            return priced(Intent.GIFT, Draft.of(draft), quote);
        });
    }

    private Uni<Quote> quote(QuoteRequest request) {
        return RetryOnce.asked(CallerContext.after(prices.quote(request)));
    }

    private static Priced priced(Intent intent, Draft draft, Quote quote) {
        if (quote.totalKrw().compareTo(HIGHEST_TOTAL) > 0) {
            String field = intent == Intent.ORDER ? "lines" : "gift.quantity";
            throw new InvalidRequest(field, "must not cost more than " + HIGHEST_TOTAL.won() + " won in total");
        }
        String code = intent == Intent.ORDER ? quote.portoneMerchantCode() : null;
        return new Priced(intent, draft, quote.lines(), quote.totalKrw(), code);
    }
}
