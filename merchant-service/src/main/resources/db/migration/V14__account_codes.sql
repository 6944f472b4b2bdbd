-- The code of the account at PortOne that the store is paid into, as it was registered or last changed here; empty where
-- there is none, and for merchants of earlier releases, whose stores alone know it.
ALTER TABLE merchants ADD COLUMN account_code text CHECK (account_code ~ '^[A-Za-z0-9_-]{1,64}$');
