package org.acme.shop;

import jakarta.inject.Inject;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import org.acme.shop.db.Product;

/** Prints what is on sale. */
@QuarkusMain
public class Catalogue implements QuarkusApplication {

    @Inject
    Pool database;

    @Override
    public int run(String... arguments) {
        for (Row row : database.query("SELECT sku, name, price FROM products WHERE state = 'on_sale' ORDER BY name")
                .executeAndAwait()) {
            System.out.println(line(product(row)));
        }
        return 0;
    }

    private static Product product(Row row) {
        Product product = new Product();
        product.sku = row.getString("sku");
        product.name = row.getString("name");
        product.price = row.getBigDecimal("price");
        return product;
    }

    private static String line(Product product) {
        return product.sku + "  " + product.name + "  " + product.price;
    }
}
