package io.quarkiverse.dibs.postgres.catalog;

/** The oids of the system catalogs, which are the same on every server and in every version. */
final class Pg {

    static final long TYPE = 1247;
    static final long PROC = 1255;
    static final long CLASS = 1259;
    static final long FOREIGN_SERVER = 1417;
    static final long USER_MAPPING = 1418;
    static final long FOREIGN_DATA_WRAPPER = 2328;
    static final long ATTRDEF = 2604;
    static final long CAST = 2605;
    static final long CONSTRAINT = 2606;
    static final long NAMESPACE = 2615;
    static final long OPCLASS = 2616;
    static final long OPERATOR = 2617;
    static final long REWRITE = 2618;
    static final long TRIGGER = 2620;
    static final long OPFAMILY = 2753;
    static final long EXTENSION = 3079;
    static final long POLICY = 3256;
    static final long STATISTIC_EXT = 3381;
    static final long TRANSFORM = 3576;
    static final long ACCESS_METHOD = 2601;
    static final long LANGUAGE = 2612;
    static final long CONVERSION = 2607;
    static final long COLLATION = 3456;
    static final long EVENT_TRIGGER = 3466;
    static final long TS_DICT = 3600;
    static final long TS_PARSER = 3601;
    static final long TS_CONFIG = 3602;
    static final long TS_TEMPLATE = 3764;
    static final long SUBSCRIPTION = 6100;
    static final long PUBLICATION = 6104;

    private Pg() {
    }
}
