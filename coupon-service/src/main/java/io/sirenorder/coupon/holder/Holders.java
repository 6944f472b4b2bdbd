package io.sirenorder.coupon.holder;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.Recipient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Binds an address to the first buyer who proves it, and knows afterwards what belongs to whom. */
@ApplicationScoped
@WithTransaction
public class Holders {
    private static final String BIND = """
            INSERT INTO address_bindings (address, buyer)
            SELECT address, :buyer FROM unnest(cast(:addresses AS text[])) AS address
            ON CONFLICT DO NOTHING""";

    /**
     * All recipients that a caller is: the buyer first, the address that they prove now, and those that they proved before.
     *
     * @param proven as the caller's token says, themselves first
     */
    public Uni<List<Recipient>> of(List<Recipient> proven) {
        Recipient self = proven.get(0);
        if (!self.isBuyer()) {
            return Uni.createFrom().item(proven);
        }
        List<Recipient> addresses = proven.stream().filter(Recipient::isAddress).toList();
        return Panache.getSession()
                .chain(session -> bindings(session, self, addresses)
                        .call(known -> bind(session, self, unbound(addresses, known)))
                        .map(known -> recipients(proven, self, known)));
    }

    /** The buyer whom an address is bound to; any other recipient is its own owner. */
    public Uni<Recipient> owner(Recipient recipient) {
        if (!recipient.isAddress()) {
            return Uni.createFrom().item(recipient);
        }
        return Panache.getSession()
                .chain(session -> session.find(AddressBinding.class, recipient.value()))
                .map(binding -> binding == null ? recipient : new Recipient(binding.buyer));
    }

    /** The addresses that are bound to this buyer. */
    public Uni<List<Recipient>> addressesOf(Recipient buyer) {
        return Panache.getSession()
                .chain(session -> bindings(session, buyer, List.of()))
                .map(known -> known.stream().map(AddressBinding::address).toList());
    }

    private static Uni<List<AddressBinding>> bindings(
            Mutiny.Session session, Recipient buyer, List<Recipient> addresses) {
        return session.createQuery(
                        "from AddressBinding where buyer = :buyer or address in :addresses order by address",
                        AddressBinding.class)
                .setParameter("buyer", buyer.value())
                .setParameter("addresses", values(addresses))
                .getResultList();
    }

    private static List<Recipient> unbound(List<Recipient> addresses, List<AddressBinding> known) {
        List<Recipient> rest = new ArrayList<>(addresses);
        rest.removeAll(known.stream().map(AddressBinding::address).toList());
        return rest;
    }

    private static Uni<Integer> bind(Mutiny.Session session, Recipient self, List<Recipient> addresses) {
        return addresses.isEmpty()
                ? Uni.createFrom().item(0)
                : session.createNativeQuery(BIND)
                        .setParameter("buyer", self.value())
                        .setParameter("addresses", values(addresses).toArray(String[]::new))
                        .executeUpdate();
    }

    private static List<Recipient> recipients(List<Recipient> proven, Recipient self, List<AddressBinding> known) {
        Set<Recipient> all = new LinkedHashSet<>(proven);
        known.stream().filter(binding -> binding.isOf(self)).forEach(binding -> all.add(binding.address()));
        return List.copyOf(all);
    }

    private static List<String> values(List<Recipient> recipients) {
        return recipients.stream().map(Recipient::value).toList();
    }
}
