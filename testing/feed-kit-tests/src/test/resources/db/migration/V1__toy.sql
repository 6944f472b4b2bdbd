CREATE TABLE jars (
    id      text   PRIMARY KEY,
    beans   int    NOT NULL,
    version bigint NOT NULL
);

-- What the listeners of the tests have seen, in the order in which they saw it.
CREATE TABLE effects (
    n        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer text   NOT NULL,
    jar      text   NOT NULL,
    beans    int    NOT NULL,
    trace_id text
);
