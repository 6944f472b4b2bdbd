package io.sirenorder.payment.portone;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gateway for each account and each version that it has credentials of; a new checkout is paid through one of them. */
@ApplicationScoped
public class PaymentGateways {
    private final PortOneVersion preferred;
    private final PortOneAccounts accounts;
    private final List<PaymentGateway> gateways = new ArrayList<>();

    PaymentGateways(PortOneConfig config, PortOneAccounts accounts, @All List<GatewayFactory> factories) {
        this.preferred = config.version();
        this.accounts = accounts;
        accounts.all()
                .forEach(account ->
                        factories.forEach(factory -> factory.gateway(account).ifPresent(gateways::add)));
    }

    /** For a new checkout at a store with this code, or null; fails with {@link PaymentNotOffered}. */
    public PaymentGateway chosen(String merchantCode) {
        String account = accounts.ofStore(merchantCode).code();
        return find(account, preferred)
                .or(() -> ofAccount(account).stream().findFirst())
                .orElseThrow(PaymentNotOffered::new);
    }

    /** The gateway to a payment; fails with {@link PortOneUnreachable} while its account has no credentials here. */
    public PaymentGateway of(PaymentReference payment) {
        return find(payment.account(), payment.version())
                .orElseThrow(() -> new PortOneUnreachable(
                        "account " + payment.account() + " has no credentials for " + payment.version()));
    }

    /** Whether the payment gateway that took a payment is one of its account's. */
    public boolean isPaidThroughOwnGateway(PortOnePayment seen) {
        return accounts.all().stream()
                .filter(account -> account.code().equals(seen.account()))
                .allMatch(account -> account.isPaidThrough(seen));
    }

    public Optional<PaymentGateway> find(String account, PortOneVersion version) {
        return ofAccount(account).stream()
                .filter(gateway -> gateway.version() == version)
                .findFirst();
    }

    private List<PaymentGateway> ofAccount(String account) {
        return gateways.stream()
                .filter(gateway -> gateway.account().equals(account))
                .toList();
    }

    /** All of them. */
    public List<PaymentGateway> reachable() {
        return List.copyOf(gateways);
    }
}
