package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.List;

/** Names that no other object of the pair has, some of them odd, and now and then one that another kind of object gave up. */
final class Names {

    private final Draw draw;
    private final List<String> givenUp = new ArrayList<>();
    private int count;

    Names(Draw draw) {
        this.draw = draw;
    }

    String fresh(String kind) {
        String name = kind + "_" + ++count;
        return switch (draw.between(0, 19)) {
            case 0 -> "Upper " + name;
            case 1 -> name + "\"quoted\"";
            case 2 -> "select " + count;
            case 3 -> "ünï." + name;
            case 4 -> name + "_which_is_so_long_that_its_name_is_cut_off".substring(0, 30);
            default -> name;
        };
    }

    /** For a table, view, sequence, index or key: their names are of one space. */
    String relation(String kind) {
        return !givenUp.isEmpty() && draw.chance(30) ? givenUp.remove(0) : fresh(kind);
    }

    void giveUp(String name) {
        givenUp.add(name);
    }
}
