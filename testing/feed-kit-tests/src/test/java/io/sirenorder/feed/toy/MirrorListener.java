package io.sirenorder.feed.toy;

import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears this service over REST, as a neighbour would. */
@ApplicationScoped
public class MirrorListener implements FeedListener {
    private final Shelf shelf;

    MirrorListener(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public String producer() {
        return "mirror";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none().on(JarEvent.BeanAdded.class, event -> shelf.write(name(), event));
    }
}
