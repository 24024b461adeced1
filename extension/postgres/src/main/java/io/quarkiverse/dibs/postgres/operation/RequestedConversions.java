package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/** Reads {@code --using column=expression} against the wanted schema: a column is written as a diff shows it. */
final class RequestedConversions {

    private RequestedConversions() {
    }

    /**
     * @throws DibsException DIBS-0310 for a request that names no column or no expression
     */
    static Map<ObjectId, String> parse(List<String> requests, Schema to) {
        Map<ObjectId, String> conversions = new TreeMap<>();
        for (String request : requests) {
            int equals = request.indexOf('=');
            String column = equals < 0 ? "" : request.substring(0, equals).strip();
            String expression = request.substring(equals + 1).strip();
            if (column.isEmpty() || expression.isEmpty()) {
                throw wrong(request, "it is not of the form column=expression");
            }
            ObjectId id = to.all(Column.class).map(DbObject::id).filter(other -> other.display().equals(column)).findFirst()
                    .orElseThrow(() -> wrong(request, "there is no column " + column + " afterwards"));
            conversions.put(id, expression);
        }
        return conversions;
    }

    private static DibsException wrong(String request, String why) {
        return new DibsException(Problem.of("DIBS-0310", Category.USAGE, "--using " + request + ": " + why)
                .remedy("Write the column as the diff shows it, for example --using 'users.age=age::text::integer'."));
    }
}
