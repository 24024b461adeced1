package org.acme.shop.db.migrations;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.MigrationContext;

/** Who buys what. */
@Migration
public class M20260112090000CreateOrders {

    void migrate(MigrationContext db) {
        db.execute("""
                CREATE TYPE public.order_status AS ENUM ('new', 'paid', 'sent', 'cancelled')
                """);

        db.execute("""
                CREATE SEQUENCE public.order_numbers START WITH 100000 CACHE 10
                """);

        db.execute("""
                CREATE TABLE public.customers (
                    created_at timestamp with time zone DEFAULT now() NOT NULL,
                    updated_at timestamp with time zone DEFAULT now() NOT NULL,
                    id bigint GENERATED ALWAYS AS IDENTITY,
                    email text NOT NULL,
                    display_name text,
                    billing_street text,
                    billing_street2 text,
                    billing_city text,
                    billing_postal_code character varying(16),
                    billing_country character(2),
                    preferences jsonb DEFAULT '{}' NOT NULL,
                    active boolean DEFAULT true NOT NULL,
                    CONSTRAINT customers_pkey PRIMARY KEY (id),
                    CONSTRAINT customers_email_key UNIQUE (email),
                    CONSTRAINT customers_email_check CHECK (email LIKE '%@%')
                )
                """);

        db.execute("""
                CREATE TABLE public."order" (
                    number bigint DEFAULT nextval('public.order_numbers'::regclass) NOT NULL,
                    customer_id bigint NOT NULL,
                    status public.order_status DEFAULT 'new' NOT NULL,
                    placed_at timestamp with time zone DEFAULT now() NOT NULL,
                    due_on date,
                    ship_street text NOT NULL,
                    ship_street2 text,
                    ship_city text NOT NULL,
                    ship_postal_code character varying(16) NOT NULL,
                    ship_country character(2) NOT NULL,
                    CONSTRAINT order_pkey PRIMARY KEY (number),
                    CONSTRAINT order_check CHECK (due_on IS NULL OR due_on >= placed_at::date)
                )
                """);

        db.execute("""
                CREATE TABLE public.order_lines (
                    order_number bigint NOT NULL,
                    "position" smallint NOT NULL,
                    product_id bigint NOT NULL,
                    quantity integer NOT NULL,
                    unit_price numeric(12,2) NOT NULL,
                    total numeric(14,2) GENERATED ALWAYS AS (unit_price * quantity) STORED NOT NULL,
                    CONSTRAINT order_lines_pkey PRIMARY KEY (order_number, "position"),
                    CONSTRAINT order_lines_quantity_check CHECK (quantity > 0)
                )
                """);

        db.execute("""
                CREATE TABLE public.reviews (
                    id bigint GENERATED ALWAYS AS IDENTITY,
                    product_id bigint NOT NULL,
                    customer_id bigint,
                    rating smallint NOT NULL,
                    text text,
                    written_at timestamp with time zone DEFAULT now() NOT NULL,
                    CONSTRAINT reviews_pkey PRIMARY KEY (id),
                    CONSTRAINT reviews_product_id_customer_id_key UNIQUE (product_id, customer_id) DEFERRABLE INITIALLY DEFERRED,
                    CONSTRAINT reviews_rating_check CHECK (rating BETWEEN 1 AND 5)
                )
                """);

        db.execute("""
                CREATE UNIQUE INDEX customers_email_lower_idx ON public.customers ((lower(email)))
                """);

        db.execute("""
                CREATE INDEX order_customer_id_placed_at_idx ON public."order" (customer_id, placed_at)
                """);

        db.execute("""
                CREATE INDEX order_lines_product_id_idx ON public.order_lines (product_id)
                """);

        db.execute("""
                CREATE INDEX order_open_idx ON public."order" (status)
                """);

        db.execute("""
                ALTER TABLE public."order" ADD CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers (id)
                """);

        db.execute("""
                ALTER TABLE public.order_lines ADD CONSTRAINT order_lines_order_number_fkey FOREIGN KEY (order_number) REFERENCES public."order" (number) ON DELETE CASCADE
                """);

        db.execute("""
                ALTER TABLE public.order_lines ADD CONSTRAINT order_lines_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.products (id) ON DELETE RESTRICT
                """);

        db.execute("""
                ALTER TABLE public.reviews ADD CONSTRAINT reviews_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers (id) ON DELETE SET NULL
                """);

        db.execute("""
                ALTER TABLE public.reviews ADD CONSTRAINT reviews_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.products (id) ON DELETE CASCADE
                """);

        db.execute("""
                COMMENT ON TYPE public.order_status IS 'How far an order is'
                """);

        db.execute("""
                COMMENT ON TABLE public.customers IS 'People who can sign in'
                """);
    }
}
