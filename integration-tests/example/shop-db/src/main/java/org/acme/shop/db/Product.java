package org.acme.shop.db;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.GeneratedColumn;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.Ignore;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.IndexKey;
import io.quarkiverse.dibs.Label;
import io.quarkiverse.dibs.Lang;
import io.quarkiverse.dibs.LongText;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.SortOrder;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.TriggerCheck;
import io.quarkiverse.dibs.Unique;

/** Something the shop sells. */
@Table("products")
@Index(keys = { @IndexKey("category_id"), @IndexKey(value = "price", order = SortOrder.DESC) }, where = "state = 'on_sale'")
@TriggerCheck(value = "OLD.price IS NULL OR NEW.price <= OLD.price * 10", message = "a price grows tenfold at most")
public class Product extends Timestamped {

    @PrimaryKey
    @Identity
    public Long id;

    /** What is printed on the box. */
    @Unique
    @Column(length = 32)
    public String sku;

    @Label
    public String name;

    @LongText
    @Lang("markdown")
    public Optional<String> description;

    /** In the shop's currency, tax included. */
    @Column(precision = 12, scale = 2)
    @Check("price >= 0")
    @Comment("Tax included")
    public BigDecimal price;

    @DefaultValue("'draft'")
    public ProductState state;

    @DefaultValue("'{}'")
    @Index(method = "gin")
    public List<String> tags;

    @ForeignKey(entity = Category.class)
    public int categoryId;

    @GeneratedColumn("lower(name)")
    public String searchName;

    /** Counted when it is shown. */
    @Ignore
    public int reviews;
}
