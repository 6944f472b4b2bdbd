package io.sirenorder.payment.search;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.kit.time.Moments;
import io.sirenorder.payment.refund.RefundView;
import io.sirenorder.payment.search.PaymentView.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Payments for operators. */
@Cancellable(false)
@Path("/payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "payments")
class PaymentResource {
    private final PaymentRows rows;

    PaymentResource(PaymentRows rows) {
        this.rows = rows;
    }

    /** Newest checkout first; {@code refund} takes statuses separated by commas. */
    @GET
    @Operation(operationId = "listPayments", summary = "Lists payments, the newest checkout first")
    public Uni<Page<PaymentView>> find(
            @QueryParam("checkoutId") CheckoutId checkout,
            @Parameter(description = "PortOne's own number") @QueryParam("transactionId") String transaction,
            @QueryParam("buyerId") BuyerId buyer,
            @QueryParam("storeId") StoreId store,
            @Parameter(
                            description = "Payments with a refund of one of these statuses, separated by commas: "
                                    + "DUE, REQUESTED, UNKNOWN, DONE, MANUAL, SETTLED",
                            explode = Explode.FALSE,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
                    @QueryParam("refund")
                    String refund,
            @Parameter(description = "Code of an account at PortOne") @QueryParam("account") String account,
            @Parameter(description = "Opened then or later", schema = @Schema(format = "date-time")) @QueryParam("from")
                    String from,
            @Parameter(description = "Opened before", schema = @Schema(format = "date-time")) @QueryParam("to")
                    String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        PageLimit most = PageLimit.of(limit);
        PaymentQuery query = new PaymentQuery()
                .checkout(checkout)
                .transaction(transaction)
                .buyer(buyer)
                .store(store)
                .refund(refund)
                .account(account)
                .from(moment("from", from))
                .to(moment("to", to))
                .after(cursor);
        return rows.find(query, most.plusOne())
                .map(found -> Page.of(found, most, PaymentQuery::cursor))
                .chain(this::withRefunds);
    }

    private Uni<Page<PaymentView>> withRefunds(Page<PaymentView> page) {
        List<CheckoutId> ids =
                page.items().stream().map(PaymentView::checkoutId).toList();
        return rows.refunds(ids).map(refunds -> {
            Map<CheckoutId, List<RefundView>> byCheckout =
                    refunds.stream().collect(Collectors.groupingBy(RefundView::checkoutId));
            return page.map(payment -> payment.with(byCheckout.getOrDefault(payment.checkoutId(), List.of()), null));
        });
    }

    @GET
    @Path("/{checkoutId}")
    @Operation(operationId = "getPayment", summary = "Reads a payment with its refunds and its timeline")
    public Uni<PaymentView> one(@PathParam("checkoutId") CheckoutId id) {
        return rows.find(new PaymentQuery().checkout(id), 1)
                .map(found -> found.stream().findFirst().orElseThrow(NotFound::new))
                .chain(payment -> rows.refunds(List.of(id)).chain(refunds -> detail(payment, refunds)));
    }

    private Uni<PaymentView> detail(PaymentView payment, List<RefundView> refunds) {
        List<String> numbers = Stream.of(payment.checkoutId().toString(), payment.paymentId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> subjects =
                refunds.stream().map(refund -> "refund:" + refund.refundId()).toList();
        return rows.hints(numbers)
                .chain(hints -> rows.changes(subjects).map(changes -> {
                    List<Entry> timeline = PaymentTimeline.of(payment, refunds, hints, changes);
                    return payment.with(refunds, timeline);
                }));
    }

    private static Instant moment(String field, String text) {
        try {
            return text == null ? null : Moments.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidRequest(field, "must be a moment such as 2026-11-22T03:04:05Z");
        }
    }
}
