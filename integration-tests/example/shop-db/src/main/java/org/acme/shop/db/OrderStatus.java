package org.acme.shop.db;

import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.EnumLabel;
import io.quarkiverse.dibs.EnumNaming;
import io.quarkiverse.dibs.Enumerated;

/** How far an order is. */
@Enumerated(naming = EnumNaming.LOWER_CASE)
@Comment("How far an order is")
public enum OrderStatus {
    NEW,
    PAID,
    @EnumLabel("sent")
    SHIPPED,
    CANCELLED
}
