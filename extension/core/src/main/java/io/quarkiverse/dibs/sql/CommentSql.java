package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for comments on every kind of object. */
final class CommentSql implements KindSql<Comment> {

    /** What every new database says of its schema public; read as no comment. */
    private static final String OF_PUBLIC = "standard public schema";

    @Override
    public List<String> create(Comment comment, WriteContext context) {
        return List.of("COMMENT ON " + target(comment) + " IS "
                + (comment.text().isEmpty() ? "NULL" : Literals.string(comment.text())));
    }

    @Override
    public List<String> drop(Comment comment, WriteContext context) {
        Optional<String> initial = comment.id().parent().equals(ObjectId.namespace("public")) ? Optional.of(OF_PUBLIC)
                : comment.initial();
        return List.of("COMMENT ON " + target(comment) + " IS " + initial.map(Literals::string).orElse("NULL"));
    }

    @Override
    public List<String> rename(Comment from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Comment from, Comment to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.COMMENT_TEXT ? create(to, context) : KindSql.cannotAlter(from, aspect);
    }

    private static String target(Comment comment) {
        ObjectId target = comment.id().parent();
        return comment.isOfIndex() ? "INDEX " + Identifiers.qualify(target.schema(), target.name()) : ObjectNames.of(target);
    }
}
