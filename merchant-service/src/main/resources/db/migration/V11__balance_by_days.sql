-- The days of a wallet, one step of the index each, and the sum of a day that is not sealed yet.
CREATE INDEX wallet_entries_of_day ON wallet_entries (wallet_id, booked_day) INCLUDE (amount_krw);
