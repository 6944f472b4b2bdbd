package io.sirenorder.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named figures of one run, as they are printed, saved and compared. */
record Figures(Map<String, Double> byName) {
    Figures() {
        this(new LinkedHashMap<>());
    }

    Figures put(String name, double value) {
        byName.put(name, value);
        return this;
    }

    double get(String name) {
        return byName.getOrDefault(name, Double.NaN);
    }

    void save(Path file) {
        ObjectNode json = Json.object();
        byName.forEach(json::put);
        try {
            Files.writeString(file, json.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Figures read(Path file) {
        try {
            Figures figures = new Figures();
            JsonNode json = Json.parse(Files.readString(file));
            json.properties()
                    .forEach(each -> figures.put(each.getKey(), each.getValue().asDouble()));
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
