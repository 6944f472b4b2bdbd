package io.sirenorder.simulator.payment;

/**
 * A cancel as either API or the console asks for it.
 *
 * @param amount null for all that is left
 * @param expectedBalance null when the caller does not compare
 */
public record CancelRequest(
        Long amount, Long taxFree, Long vat, Long expectedBalance, String reason, String trigger, boolean told) {
    public static CancelRequest all(String reason, String trigger) {
        return new CancelRequest(null, null, null, null, reason, trigger, true);
    }
}
