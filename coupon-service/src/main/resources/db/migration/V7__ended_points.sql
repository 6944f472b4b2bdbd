-- Whether the order or gift that the points paid for has ended: then they are not set aside again, whatever is heard later.
ALTER TABLE points_reservations ADD COLUMN ended boolean NOT NULL DEFAULT false;
