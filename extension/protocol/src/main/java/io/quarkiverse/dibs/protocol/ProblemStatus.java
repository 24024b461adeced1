package io.quarkiverse.dibs.protocol;

import java.util.Optional;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;

/** A problem as the status of a failed call, whole, in its details; the only place that maps categories to gRPC codes. */
public final class ProblemStatus {

    private ProblemStatus() {
    }

    public static StatusRuntimeException toException(Problem problem) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code(problem.category()).value())
                .setMessage(problem.code() + " " + problem.message())
                .addDetails(Any.pack(ReportMapper.toProto(problem)))
                .build());
    }

    /** The problem in the details of a failed call, or empty when the failure came from somewhere else. */
    public static Optional<Problem> of(Throwable failure) {
        Status status = StatusProto.fromThrowable(failure);
        if (status == null) {
            return Optional.empty();
        }
        for (Any detail : status.getDetailsList()) {
            if (detail.is(io.quarkiverse.dibs.v1.Problem.class)) {
                try {
                    return Optional.of(ReportMapper.fromProto(detail.unpack(io.quarkiverse.dibs.v1.Problem.class)));
                } catch (InvalidProtocolBufferException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static io.grpc.Status.Code code(Category category) {
        return switch (category) {
            case DIFFERENT, REFUSED, BUILD -> io.grpc.Status.Code.FAILED_PRECONDITION;
            case USAGE -> io.grpc.Status.Code.INVALID_ARGUMENT;
            case CONNECTION -> io.grpc.Status.Code.UNAVAILABLE;
            case SQL -> io.grpc.Status.Code.ABORTED;
            case IN_DOUBT -> io.grpc.Status.Code.DATA_LOSS;
            case INTERNAL -> io.grpc.Status.Code.INTERNAL;
            case INTERRUPTED -> io.grpc.Status.Code.CANCELLED;
        };
    }
}
