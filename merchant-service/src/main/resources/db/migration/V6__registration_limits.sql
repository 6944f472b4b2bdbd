-- Registrations of late, by network and ('*') altogether.
CREATE TABLE registration_limits (
    who        text PRIMARY KEY,
    used       integer NOT NULL CHECK (used > 0),
    window_end timestamptz NOT NULL
);
CREATE INDEX registration_limits_by_end ON registration_limits (window_end);
