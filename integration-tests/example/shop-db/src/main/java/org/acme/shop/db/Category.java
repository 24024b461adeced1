package org.acme.shop.db;

import java.util.Optional;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.IdentityGeneration;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.Label;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.ReferentialAction;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.Unique;

/** A shelf of the shop; shelves stand in shelves. */
@Table("categories")
public record Category(
        @PrimaryKey @Identity(generation = IdentityGeneration.BY_DEFAULT) int id,
        /** The shelf it stands in; the outermost have none. */
        @ForeignKey(entity = Category.class, onDelete = ReferentialAction.SET_NULL) @Index Optional<Integer> parentId,
        @Unique @Column(length = 64, collation = "C") String slug,
        @Label String title,
        @DefaultValue("0") short position) {
}
