package org.acme.shop.db;

import java.util.Optional;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Embeddable;

/** Where something is sent or billed to. */
@Embeddable
public record Address(
        /** Street and number. */
        String street,
        Optional<String> street2,
        String city,
        @Column(length = 16) String postalCode,
        /** ISO 3166-1 alpha-2. */
        @Column(type = "char(2)") String country) {
}
