-- Stores that were closed for good, whose open orders have to be refused.
CREATE INDEX stores_closed ON stores (id) WHERE standing = 'CLOSED';
