package io.sirenorder.local.command;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code siren env}. */
@Command(
        name = "env",
        description =
                "Prints addresses and passwords of the running stack as shell variables: eval \"$(./siren env)\".")
final class Env implements Runnable {
    @Mixin
    private StateChoice choice;

    @Override
    public void run() {
        variables(choice.running().json())
                .forEach((name, value) ->
                        System.out.println("export " + name + "='" + value.replace("'", "'\\''") + "'"));
    }

    static Map<String, String> variables(JsonObject stack) {
        Map<String, String> all = new TreeMap<>();
        all.put("SIREN_DOOR", stack.getString("address"));
        all.put("SIREN_SIMULATOR", stack.getString("simulator"));
        all.put("SIREN_REDIS", stack.getString("redis"));
        stack.getJsonObject("services")
                .forEach(service -> all.put(name(service.getKey(), "URL"), String.valueOf(service.getValue())));
        JsonObject databases = stack.getJsonObject("databases");
        for (String service : databases.fieldNames()) {
            JsonObject database = databases.getJsonObject(service);
            all.put(name(service, "JDBC"), database.getString("jdbcUrl"));
            all.put(name(service, "DATABASE_PASSWORD"), database.getString("password"));
        }
        return all;
    }

    private static String name(String service, String kind) {
        return "SIREN_" + service.toUpperCase(Locale.ROOT) + "_" + kind;
    }
}
