package io.sirenorder.kit.flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Asynchronous work on the items of a list, one after the other: a database session does one thing at a time. */
public final class InOrder {
    private InOrder() {}

    /** Does the work for each item, after that of the item before it; the first failure ends it. */
    public static <T> Uni<Void> each(Iterable<T> items, Function<? super T, ? extends Uni<?>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The same, with the results in the order of the items; a result of null is left out. */
    public static <T, R> Uni<List<R>> map(Iterable<T> items, Function<? super T, Uni<? extends R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .<R>transformToUniAndConcatenate(item -> work.apply(item).map(result -> result))
                .collect()
                .asList();
    }
}
