package io.sirenorder.simulator.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The accounts at PortOne, each with payments of its own: the same payment id may stand in several of them. */
public final class Accounts {
    private final List<Account> accounts;
    private final Map<String, Payments> payments = new LinkedHashMap<>();

    /** At least one; the first takes purchases that name no account. */
    public Accounts(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    public Account first() {
        return accounts.get(0);
    }

    /** By V2's store id or V1's merchant code, as the client SDK names it. */
    public Optional<Account> named(String storeIdOrCode) {
        return matching(account -> account.isNamed(storeIdOrCode)).stream().findFirst();
    }

    public List<Account> matching(Predicate<Account> condition) {
        return accounts.stream().filter(condition).toList();
    }

    public Payments payments(Account account) {
        return payments(account.storeId());
    }

    /** Payments of an account by its store id; they outlive a run in which the account is left out. */
    public Payments payments(String storeId) {
        String account = storeId == null ? first().storeId() : storeId;
        return payments.computeIfAbsent(account, id -> new Payments());
    }

    /** All attempts of all accounts. */
    public List<Attempt> all() {
        return each().stream().flatMap(book -> book.all().stream()).toList();
    }

    public Optional<Attempt> transaction(String transactionId) {
        return each().stream()
                .flatMap(book -> book.transaction(transactionId).stream())
                .findFirst();
    }

    /** By our number or by PortOne's, as the console's search box does. */
    public Attempt anyOf(String id) {
        return each().stream()
                .flatMap(book -> book.current(id).stream())
                .findFirst()
                .or(() -> transaction(id))
                .orElseThrow(() -> new Refusal(Refusal.Why.PAYMENT_NOT_FOUND));
    }

    private Collection<Payments> each() {
        return new ArrayList<>(payments.values());
    }
}
