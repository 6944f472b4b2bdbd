package io.sirenorder.gateway.session;

import io.sirenorder.contracts.Recipient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages that a socket was asked to acknowledge and has not yet. Lives on the event loop. */
final class Unacknowledged {
    private static final int MOST = 512;

    private final Deque<Push> asked = new ArrayDeque<>(0);

    /** Remembers it; the oldest are forgotten by a client that never acknowledges, as its service asks again. */
    void add(Push push) {
        if (asked.size() == MOST) {
            asked.removeFirst();
        }
        asked.addLast(push);
    }

    /** Takes out the keys of all that lie at or before the positions, by recipient. */
    Map<Recipient, List<String>> takeUpTo(List<Recipient> recipients, List<MailboxPosition> positions) {
        Map<Recipient, List<String>> keys = new LinkedHashMap<>();
        for (Iterator<Push> each = asked.iterator(); each.hasNext(); ) {
            Push push = each.next();
            if (!positions.get(recipients.indexOf(push.recipient())).isBefore(push.position())) {
                keys.computeIfAbsent(push.recipient(), r -> new ArrayList<>()).add(push.key());
                each.remove();
            }
        }
        return keys;
    }
}
