package io.quarkiverse.dibs.it;

import java.io.IOException;

/** Stands in for db modules that cannot be built any more: one of a later protocol, and one that crashes. */
final class FakeModule {

    private FakeModule() {
    }

    public static void main(String[] arguments) throws IOException {
        if ("crash".equals(System.getenv("FAKE"))) {
            System.err.println("no room left");
            System.exit(9);
        }
        System.out.println("DIBS1 {\"port\":1,\"protocolMajor\":" + System.getenv("FAKE")
                + ",\"protocolMinor\":3,\"dibsVersion\":\"9.9\",\"application\":\"shop\",\"pid\":1}");
        // ends as real ones do: when standard input does
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
