package io.sirenorder.kubernetes;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of Redis that a program sends, by its sources, and those that its user may send, by the rules. */
final class RedisCommands {
    /** Sent by the client itself to keep and to end a subscription. */
    private static final Set<String> OF_THE_CLIENT = Set.of("ping", "unsubscribe");

    private static final Pattern SENT = Pattern.compile("(?:Request\\.cmd\\(|\\b)Command\\.([A-Z]+)\\b");
    private static final Pattern IN_A_SCRIPT = Pattern.compile("redis\\.call\\('([A-Z]+)'");
    private static final Pattern TYPED = Pattern.compile("Reactive\\w+Commands<[^>]*> (\\w+)");
    private static final Pattern ALLOWED = Pattern.compile("\\+([a-z|]+)");

    private RedisCommands() {}

    /** Of a program: merchant, store, coupon, payment or gateway. */
    static Set<String> sentBy(String program) {
        Stream<String> files = program.equals("gateway")
                ? Repository.sourceFiles(Repository.module(program), "service-kit")
                : Repository.sourceFiles(Repository.module(program), "service-kit", "feed-kit", "contracts");
        Set<String> commands = new TreeSet<>(OF_THE_CLIENT);
        files.flatMap(RedisCommands::sentIn).map(RedisCommands::rule).forEach(commands::add);
        return commands;
    }

    private static Stream<String> sentIn(String source) {
        Stream<String> typed = TYPED.matcher(source)
                .results()
                .flatMap(field -> Pattern.compile("\\b" + field.group(1) + "\\s*\\.(\\w+)\\(")
                        .matcher(source)
                        .results()
                        .map(call -> call.group(1)));
        Stream<String> plain = Stream.of(SENT, IN_A_SCRIPT)
                .flatMap(pattern -> pattern.matcher(source).results())
                .map(found -> found.group(1));
        return Stream.concat(plain, typed);
    }

    static Set<String> allowed(String program) {
        String rules = Repository.text(Repository.KUBERNETES.resolve("redis/users.acl"))
                .lines()
                .filter(line -> line.startsWith("user " + program + " "))
                .findFirst()
                .orElseThrow();
        Set<String> commands = new TreeSet<>();
        ALLOWED.matcher(rules).results().forEach(found -> commands.add(found.group(1)));
        return commands;
    }

    /** Scripts are loaded and nothing else is done with them; the typed client sends ZRANGE for its older forms. */
    private static String rule(String command) {
        String name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "script" -> "script|load";
            case "zrangebyscore" -> "zrange";
            default -> name;
        };
    }
}
