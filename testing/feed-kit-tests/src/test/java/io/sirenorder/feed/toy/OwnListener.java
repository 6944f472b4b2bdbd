package io.sirenorder.feed.toy;

import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears this service itself, from its own database. */
@ApplicationScoped
public class OwnListener implements FeedListener {
    private final Shelf shelf;

    OwnListener(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public String producer() {
        return "toy";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none().on(JarEvent.BeanAdded.class, event -> shelf.write(name(), event));
    }
}
