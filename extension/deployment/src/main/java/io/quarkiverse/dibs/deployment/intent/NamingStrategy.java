package io.quarkiverse.dibs.deployment.intent;

import java.util.Locale;

/** How a table or column is called when its annotation does not say. */
public enum NamingStrategy {
    /** {@code createdAt} becomes {@code created_at}, {@code HTTPServer2} becomes {@code http_server2}. */
    SNAKE_CASE {
        @Override
        public String name(String javaName) {
            StringBuilder name = new StringBuilder(javaName.length() + 8);
            for (int i = 0; i < javaName.length(); i++) {
                char c = javaName.charAt(i);
                if (i > 0 && Character.isUpperCase(c) && startsWord(javaName, i)) {
                    name.append('_');
                }
                name.append(c);
            }
            return name.toString().toLowerCase(Locale.ROOT);
        }

        private static boolean startsWord(String javaName, int i) {
            char before = javaName.charAt(i - 1);
            if (before == '_') {
                return false;
            }
            return !Character.isUpperCase(before) || i + 1 < javaName.length() && Character.isLowerCase(javaName.charAt(i + 1));
        }
    },
    /** As it stands in Java; Postgres then needs quotes around every name with a capital letter. */
    AS_IS {
        @Override
        public String name(String javaName) {
            return javaName;
        }
    };

    /** The name in the database of a class (its simple name) or field. */
    public abstract String name(String javaName);
}
