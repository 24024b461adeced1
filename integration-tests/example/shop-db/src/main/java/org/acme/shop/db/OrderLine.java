package org.acme.shop.db;

import java.math.BigDecimal;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.GeneratedColumn;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.ReferentialAction;
import io.quarkiverse.dibs.Table;

/** One product of one order. */
@Table("order_lines")
public class OrderLine {

    @PrimaryKey
    @ForeignKey(references = "order.number", onDelete = ReferentialAction.CASCADE)
    public long orderNumber;

    @PrimaryKey
    public short position;

    @ForeignKey(entity = Product.class, onDelete = ReferentialAction.RESTRICT)
    @Index
    public long productId;

    @Check("quantity > 0")
    public int quantity;

    /** What it cost when it was ordered. */
    @Column(precision = 12, scale = 2)
    public BigDecimal unitPrice;

    @Column(precision = 14, scale = 2)
    @GeneratedColumn("unit_price * quantity")
    public BigDecimal total;
}
