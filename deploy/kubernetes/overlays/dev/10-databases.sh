# Sourced by PostgreSQL's entry point on first start: a database per service, its roles, their passwords.
for service in merchant store coupon payment; do
  createdb --username "$POSTGRES_USER" "$service"
  psql --username "$POSTGRES_USER" --dbname "$service" -v ON_ERROR_STOP=1 -q -f /etc/siren/roles.sql
  printf "ALTER ROLE %s PASSWORD '%s'; ALTER ROLE %s_owner PASSWORD '%s';" \
    "$service" "$(cat /etc/siren/passwords/$service)" "$service" "$(cat /etc/siren/passwords/${service}_owner)" |
    psql --username "$POSTGRES_USER" -v ON_ERROR_STOP=1 -q
done
psql --username "$POSTGRES_USER" -v ON_ERROR_STOP=1 -q -f /etc/siren/walls.sql
