package io.sirenorder.local.chaos;

/**
 * A claim about the rows of one service, and the query for rows that break it.
 *
 * @param id its number in the list of promises
 * @param service the owner of the database
 * @param broken selects one text per row that breaks the claim
 */
record Invariant(String id, String claim, String service, String broken) {
    static Invariant of(String id, String claim, String service, String broken) {
        return new Invariant(id, claim, service, broken);
    }
}
