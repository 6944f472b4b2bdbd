-- Who first proved an e-mail (by its keyed hash): what waits for that address is theirs from then on.
CREATE TABLE address_bindings (
    address  text PRIMARY KEY CHECK (address LIKE 'address:%'),
    buyer    text        NOT NULL CHECK (buyer LIKE 'buyer:%'),
    bound_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX address_bindings_buyer ON address_bindings (buyer);

-- What is written once stays as it was written.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
