-- Changes that merchants and operators make to descriptions, special days, kitchens, prices and the menu, in the transaction
-- of the change. A subject is store:ID or menu:ID.
CREATE TABLE changes (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject    text        NOT NULL CHECK (subject ~ '^(store|menu):'),
    what       text        NOT NULL,
    changed_by text        NOT NULL,
    before     jsonb       NOT NULL,
    after      jsonb       NOT NULL,
    trace      text,
    at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX changes_by_subject ON changes (subject, id DESC);
