package io.sirenorder.simulator.payment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every attempt and pre-registration of one account. */
public final class Payments {
    private final List<Attempt> all = new ArrayList<>();
    private final Map<String, List<Attempt>> byPayment = new HashMap<>();
    private final Map<String, Attempt> byTransaction = new HashMap<>();
    private final Map<String, PreRegistration> preRegistrations = new HashMap<>();

    void add(Attempt attempt) {
        all.add(attempt);
        byPayment.computeIfAbsent(attempt.paymentId(), id -> new ArrayList<>(1)).add(attempt);
        byTransaction.put(attempt.transactionId(), attempt);
    }

    void register(PreRegistration registration) {
        preRegistrations.put(registration.paymentId(), registration);
    }

    public Optional<PreRegistration> preRegistration(String paymentId) {
        return Optional.ofNullable(preRegistrations.get(paymentId));
    }

    /** Oldest first; several attempts may share one payment id, at most one of them is ever paid. */
    public List<Attempt> attempts(String paymentId) {
        return byPayment.getOrDefault(paymentId, List.of());
    }

    /** The paid attempt if there is one, else the newest. */
    public Optional<Attempt> current(String paymentId) {
        List<Attempt> attempts = attempts(paymentId);
        return attempts.stream()
                .filter(a -> a.status().wasPaid())
                .findFirst()
                .or(() -> attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1)));
    }

    public Optional<Attempt> transaction(String transactionId) {
        return Optional.ofNullable(byTransaction.get(transactionId));
    }

    public List<Attempt> all() {
        return Collections.unmodifiableList(all);
    }
}
