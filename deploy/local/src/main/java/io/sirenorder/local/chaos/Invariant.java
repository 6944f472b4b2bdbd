package io.sirenorder.local.chaos;

/**
 * A claim about the rows of one service, and the query for rows that break it.
 *
 * @param id its number in the list of promises
 * @param service the owner of the database
 * @param broken selects one text per row that breaks the claim
 * @param always whether it holds at every moment, and not only once the stack has settled
 */
record Invariant(String id, String claim, String service, String broken, boolean always) {
    static Invariant of(String id, String claim, String service, String broken) {
        return new Invariant(id, claim, service, broken, false);
    }

    /** One that holds within a fault, too. */
    static Invariant always(String id, String claim, String service, String broken) {
        return new Invariant(id, claim, service, broken, true);
    }
}
