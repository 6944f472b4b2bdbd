package io.sirenorder.testkit;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A neighbour's feed, whose events a test makes. */
public final class StubFeed {
    private static final Pattern AFTER = Pattern.compile("(?:^|&)after=(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=(\\d+)");
    private static final int PAGE = 200;

    private final List<Map<String, Object>> envelopes = new ArrayList<>();

    /** Publishes an event as the neighbour would; its id is returned. */
    public synchronized UUID append(Event event, long version) {
        UUID id = UUID.randomUUID();
        Object body =
                Json.read(Json.write(event)); // as the root, an event says its type; as a map's value it would not
        envelopes.add(envelope(
                id, event.stream(), version, wireName(event), body, event.at().toString()));
        return id;
    }

    /** Publishes the event of that id once more, under a new position. */
    public synchronized void repeat(UUID id) {
        Map<String, Object> again = new LinkedHashMap<>(envelopes.stream()
                .filter(envelope -> envelope.get("id").equals(id))
                .findFirst()
                .orElseThrow());
        again.put("pos", envelopes.size() + 1L);
        envelopes.add(again);
    }

    /** Publishes something that no release of the neighbour would, or only a later one. */
    public synchronized UUID appendRaw(String stream, long version, String type, Object body) {
        UUID id = UUID.randomUUID();
        envelopes.add(envelope(id, stream, version, type, body, "2026-01-01T00:00:00Z"));
        return id;
    }

    private Map<String, Object> envelope(UUID id, String stream, long version, String type, Object body, String at) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("pos", envelopes.size() + 1L);
        envelope.put("id", id);
        envelope.put("stream", stream);
        envelope.put("version", version);
        envelope.put("type", type);
        envelope.put("v", 1);
        envelope.put("body", body);
        envelope.put("at", at);
        envelope.put("trace", null);
        return envelope;
    }

    private static String wireName(Event event) {
        return event.getClass().getAnnotation(JsonTypeName.class).value();
    }

    synchronized StubServices.Reply page(String query) {
        long after = number(AFTER, query, 0);
        long limit = number(LIMIT, query, PAGE);
        return StubServices.Reply.json(
                200, envelopes.stream().skip(after).limit(limit).toList());
    }

    private static long number(Pattern parameter, String query, long otherwise) {
        Matcher found = parameter.matcher(query == null ? "" : query);
        return found.find() ? Long.parseLong(found.group(1)) : otherwise;
    }
}
