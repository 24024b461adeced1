package org.acme.shop.db;

import java.net.InetAddress;
import java.time.LocalTime;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Embedded;
import io.quarkiverse.dibs.Label;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;

/** A house full of boxes. */
@Table("warehouses")
public class Warehouse {

    /** The letters on the gate. */
    @PrimaryKey
    @Column(length = 8)
    public String code;

    @Label
    public String name;

    @Embedded
    public Address address;

    public LocalTime opensAt;

    /** The scanner at the gate. */
    @Column(nullable = true)
    public InetAddress scanner;
}
