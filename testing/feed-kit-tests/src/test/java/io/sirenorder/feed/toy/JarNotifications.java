package io.sirenorder.feed.toy;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.feed.notification.NotificationRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;

/** Tells a buyer of each bean. */
@ApplicationScoped
public class JarNotifications implements NotificationRules {
    public static Recipient owner(String jar) {
        return new Recipient("buyer:owner-of-jar-" + jar);
    }

    @Override
    public Rules rules() {
        return Rules.none().on(JarEvent.BeanAdded.class, JarNotifications::tell);
    }

    private static Stream<Notification> tell(JarEvent.BeanAdded event) {
        if (event.mood().equals("unspeakable")) {
            throw new IllegalStateException("can't be told");
        }
        ServerMessage said = new ServerMessage.Notice(
                "bean.added", Map.of("ko", "콩 " + event.beans(), "en", "bean " + event.beans()), "jar:" + event.jar());
        return Stream.of(new Notification(owner(event.jar()), said));
    }
}
