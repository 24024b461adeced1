package org.acme.shop.db;

import io.quarkiverse.dibs.EnumNaming;
import io.quarkiverse.dibs.EnumStorage;
import io.quarkiverse.dibs.Enumerated;

/** Whether a product can be bought. */
@Enumerated(value = EnumStorage.TEXT_CHECK, naming = EnumNaming.LOWER_CASE)
public enum ProductState {
    DRAFT,
    ON_SALE,
    DISCONTINUED
}
