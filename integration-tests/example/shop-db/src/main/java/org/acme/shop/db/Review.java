package org.acme.shop.db;

import java.time.Instant;
import java.util.Optional;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Deferrability;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.LongText;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.ReferentialAction;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.Unique;

/** What somebody thinks of a product. */
@Table("reviews")
@Unique(columns = { "product_id", "customer_id" }, deferrable = Deferrability.INITIALLY_DEFERRED)
public class Review {

    @PrimaryKey
    @Identity
    public long id;

    @ForeignKey(entity = Product.class, onDelete = ReferentialAction.CASCADE)
    public long productId;

    /** Nobody any more when the customer has gone. */
    @ForeignKey(entity = Customer.class, onDelete = ReferentialAction.SET_NULL)
    public Optional<Long> customerId;

    /** Stars. */
    @Check("rating BETWEEN 1 AND 5")
    public short rating;

    @LongText
    public Optional<String> text;

    @DefaultValue("now()")
    public Instant writtenAt;
}
