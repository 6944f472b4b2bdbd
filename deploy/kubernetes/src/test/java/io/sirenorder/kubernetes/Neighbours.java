package io.sirenorder.kubernetes;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The services that a program calls, as its sources say: by the feeds it hears, by its REST clients, and by whose keys it needs. */
final class Neighbours {
    private static final Pattern CLIENT = Pattern.compile("@RegisterRestClient\\(configKey = \"([a-z]+)\"");
    private static final Pattern HEARD = Pattern.compile("String producer\\(\\) \\{\\s+return \"([a-z]+)\"");

    private Neighbours() {}

    static Set<String> of(String module) {
        String sources = Repository.sources(module);
        String config =
                Repository.text(Repository.directory(module).resolve("src/main/resources/application.properties"));
        Set<String> callees = new TreeSet<>();
        HEARD.matcher(sources).results().forEach(found -> callees.add(found.group(1)));
        CLIENT.matcher(sources)
                .results()
                .map(found -> found.group(1))
                .map(client -> Pattern.compile("rest-client\\." + client + "\\.url=\\$\\{siren\\.neighbours\\.([a-z]+)")
                        .matcher(config)
                        .results()
                        .map(redirected -> redirected.group(1))
                        .findAny()
                        .orElse(client))
                .forEach(callees::add);
        callees.add("merchant");
        callees.removeIf(callee -> Repository.module(callee).equals(module));
        return callees;
    }
}
