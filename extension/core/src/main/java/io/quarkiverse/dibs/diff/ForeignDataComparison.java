package io.quarkiverse.dibs.diff;

import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.ForeignServer;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.Subscription;
import io.quarkiverse.dibs.schema.UserMapping;

/** Compares publications, subscriptions, foreign data wrappers, servers and user mappings. */
final class ForeignDataComparison {

    private ForeignDataComparison() {
    }

    static Difference compare(Publication from, Publication to) {
        return new Verdict<>(from, to)
                .fixed(Publication::allTables, "a publication cannot become one of all tables, nor stop being one")
                .aspect(Publication::members, Aspect.PUBLICATION_MEMBERS)
                .aspect(Publication::options, Aspect.PUBLICATION_OPTIONS).difference();
    }

    static Difference compare(Subscription from, Subscription to) {
        return new Verdict<>(from, to)
                .fixed(Subscription::twoPhase, "whether prepared transactions are sent cannot be changed")
                .aspect(Subscription::sorted, Aspect.SUBSCRIPTION_DEFINITION).difference();
    }

    static Difference compare(ForeignDataWrapper from, ForeignDataWrapper to) {
        return new Verdict<>(from, to)
                .aspect(ForeignDataWrapper::handler, Aspect.WRAPPER_HANDLER)
                .aspect(ForeignDataWrapper::validator, Aspect.WRAPPER_VALIDATOR)
                .aspect(ForeignDataWrapper::options, Aspect.WRAPPER_OPTIONS).difference();
    }

    static Difference compare(ForeignServer from, ForeignServer to) {
        return new Verdict<>(from, to)
                .fixed(ForeignServer::wrapper, "the wrapper of a server cannot be changed")
                .fixed(ForeignServer::type, "the type of a server cannot be changed")
                .aspect(ForeignServer::version, Aspect.SERVER_VERSION)
                .aspect(ForeignServer::options, Aspect.SERVER_OPTIONS).difference();
    }

    static Difference compare(UserMapping from, UserMapping to) {
        return new Verdict<>(from, to).aspect(UserMapping::options, Aspect.USER_MAPPING_OPTIONS).difference();
    }
}
