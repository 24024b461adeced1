package org.acme.shop.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Embedded;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;

/** What a customer wants, and where it goes. The table's name is a reserved word on purpose. */
@Table("order")
@Index(columns = { "customer_id", "placed_at" })
@Check("due_on IS NULL OR due_on >= placed_at::date")
public class Order {

    @PrimaryKey
    @Identity(sequence = "order_numbers", start = 100_000, cache = 10)
    public long number;

    @ForeignKey(entity = Customer.class)
    public long customerId;

    @DefaultValue("'new'")
    @Index(name = "order_open_idx")
    public OrderStatus status;

    @DefaultValue("now()")
    public Instant placedAt;

    public Optional<LocalDate> dueOn;

    @Embedded(prefix = "ship_")
    public Address shipTo;
}
