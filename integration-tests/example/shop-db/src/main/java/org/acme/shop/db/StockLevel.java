package org.acme.shop.db;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.ReferentialAction;
import io.quarkiverse.dibs.Table;

/** How much of a product lies in a warehouse. */
@Table("stock_levels")
@PrimaryKey(columns = { "warehouse_code", "product_id" })
@Check(name = "stock_levels_reserved_at_hand", value = "reserved <= at_hand")
public class StockLevel {

    @Column(length = 8)
    @ForeignKey(references = "warehouses.code", onUpdate = ReferentialAction.CASCADE)
    public String warehouseCode;

    @ForeignKey(entity = Product.class)
    public long productId;

    @DefaultValue("0")
    @Check("at_hand >= 0")
    public int atHand;

    @DefaultValue("0")
    public int reserved;
}
