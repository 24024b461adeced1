package io.quarkiverse.dibs.processor;

import java.lang.reflect.Field;

/** Looks into the wrappers that build tools (Gradle among them) put around the processing environment. */
final class Wrapped {

    private Wrapped() {
    }

    /** What a field named {@code delegate} holds; null when there is none or it may not be read. */
    static Object inside(Object wrapper) {
        for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field delegate = type.getDeclaredField("delegate");
                delegate.setAccessible(true);
                return delegate.get(wrapper);
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException | RuntimeException e) {
                return null;
            }
        }
        return null;
    }
}
