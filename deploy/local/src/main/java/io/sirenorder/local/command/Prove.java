package io.sirenorder.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Api;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code siren prove}. */
@Command(
        name = "prove",
        description =
                "Compares PortOne's books, orders, gifts and wallets with ours and prints each difference; exit code 0 if there is none.")
final class Prove implements Callable<Integer> {
    @Mixin
    private StateChoice choice;

    @Option(names = "--hours", defaultValue = "24", description = "how far to look back (default: ${DEFAULT-VALUE})")
    private int hours;

    @Override
    public Integer call() {
        StackFile stack = choice.running();
        JsonNode reckoning = Api.at(stack.json().getJsonObject("services").getString("payment"))
                .as(stack.serviceToken())
                .get("/internal/proof?hours=" + hours)
                .expect(200)
                .body();
        System.out.printf(
                "%d payments since %s%n",
                reckoning.path("payments").asLong(), reckoning.path("since").asText());
        System.out.println(books("PortOne", reckoning.path("portone")));
        System.out.println(books("ours", reckoning.path("ours")));
        System.out.printf(
                "  %d on their way, %d for a person to settle%n",
                reckoning.path("onTheirWay").asLong(), reckoning.path("manual").asLong());
        return verdict(reckoning);
    }

    private static String books(String whose, JsonNode books) {
        return String.format(
                Locale.ROOT,
                "  %-8s paid %,15d won   returned %,15d won",
                whose,
                books.path("paidKrw").asLong(),
                books.path("cancelledKrw").asLong());
    }

    private static int verdict(JsonNode report) {
        JsonNode differences = report.path("differences");
        JsonNode fulfilment = report.path("fulfilment");
        JsonNode unread = report.path("unread");
        differences.forEach(each -> System.out.printf(
                "%s %-13s %s %s: %s%n",
                Terminal.red("✘"),
                each.path("kind").asText(),
                each.path("version").asText(),
                each.path("paymentId").asText(),
                each.path("detail").asText()));
        fulfilment.forEach(each -> System.out.printf(
                "%s %-13s %s: %s, since %s%n",
                Terminal.red("✘"),
                each.path("kind").asText(),
                each.path("checkoutId").asText(),
                each.path("detail").asText(),
                each.path("since").asText()));
        unread.forEach(account -> System.out.println(Terminal.red("✘") + " account " + account.asText() + " not read"));
        int wrong = differences.size() + fulfilment.size() + unread.size();
        boolean agreed = wrong == 0;
        System.out.println(agreed ? Terminal.green("✔ the books agree") : wrong + " differences");
        return agreed ? 0 : 1;
    }
}
