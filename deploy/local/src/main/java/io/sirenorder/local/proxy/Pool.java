package io.sirenorder.local.proxy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of a service, in turn. */
public record Pool(List<Instance> instances, AtomicInteger turn) {

    public Pool(List<Instance> instances) {
        this(List.copyOf(instances), new AtomicInteger());
    }

    /** The instances in the order in which to try them: the next in turn first, those that just failed last. */
    Queue<Instance> candidates() {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        Queue<Instance> order = new ArrayDeque<>();
        addFrom(first, order, false);
        addFrom(first, order, true);
        return order;
    }

    private void addFrom(int first, Queue<Instance> order, boolean failing) {
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get((first + i) % instances.size());
            if (instance.isServing() && instance.isFailing() == failing) {
                order.add(instance);
            }
        }
    }
}
