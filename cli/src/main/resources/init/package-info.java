/** The migrations; dibs generate-from-diff writes them here. */
package @group@.db.migrations;
