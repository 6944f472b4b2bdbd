package io.sirenorder.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a person would have read. */
final class Told implements Progress {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void starting(String part) {
        lines.add("starting " + part);
    }

    @Override
    public void ready(String part, Duration took) {
        lines.add("ready " + part);
    }

    @Override
    public void failed(String part) {
        lines.add("failed " + part);
    }

    @Override
    public void say(String line) {
        lines.add(line);
    }
}
