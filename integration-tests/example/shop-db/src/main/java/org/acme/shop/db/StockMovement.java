package org.acme.shop.db;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.ReferentialAction;
import io.quarkiverse.dibs.Table;

/** Boxes that came or went. */
@Table("stock_movements")
@ForeignKey(entity = StockLevel.class, columns = { "warehouse_code", "product_id" }, onUpdate = ReferentialAction.CASCADE)
@Index(columns = { "warehouse_code", "product_id" }, include = "quantity")
public class StockMovement {

    @PrimaryKey
    @DefaultValue("gen_random_uuid()")
    public UUID id;

    @Column(length = 8)
    public String warehouseCode;

    public long productId;

    /** Below zero when they went. */
    public int quantity;

    @DefaultValue("now()")
    @Index(method = "brin")
    public Instant movedAt;

    /** How long it took. */
    public Optional<Duration> handling;
}
