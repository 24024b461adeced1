package org.acme.shop;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import org.acme.shop.db.Product;

/** What is on sale. */
@Path("/")
public class Catalogue {

    @Inject
    Pool database;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<String> onSale() {
        return database.query("SELECT sku, name, price FROM products WHERE state = 'on_sale' ORDER BY name").execute()
                .map(rows -> {
                    StringBuilder lines = new StringBuilder();
                    for (Row row : rows) {
                        lines.append(line(product(row))).append('\n');
                    }
                    return lines.toString();
                });
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
