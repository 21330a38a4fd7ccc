using Diversion.Casework.Storage;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Storage;

/// <summary>The physical tables, as a list of numbered migrations. <c>PRAGMA user_version</c> is the last one applied.</summary>
/// <remarks> A separate table for each logical one, with a row number and a unique index, was faster than one keyed by
/// partition and row (<c>WITHOUT ROWID</c>) and one shared table: new rows are appended at the end of the file instead of
/// changing a page of every agreement. Loading 100,000 agreements took 5.5 s against 17.8 s and 17.6 s, a group of 64
/// commands 5.8 ms against 8.6 ms and 8.2 ms. To look inside: <c>sqlite3 diversion.db "SELECT row, properties FROM
/// agreements"</c>.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>
    /// Where there are agreements, new read models, or new rows of one, are missing: <see cref="ReadModelUpkeep"/> finds
    /// this row and makes them.
    /// </summary>
    private const string ReadModelsAreMissing =
        "INSERT OR IGNORE INTO settings (partition, row, properties, version) "
        + $"SELECT '{ReadModelUpkeep.Partition}', '{ReadModelUpkeep.Wanted}', '{{}}', 1 WHERE EXISTS (SELECT 1 FROM agreements);";

    /// <summary>A migration never changes once released; a change of the schema is a new one at the end.</summary>
    private static readonly string[] Migrations =
    [
        Table("agreements") + Table("due") + Table("outbox") + Table("caseload") + Table("inbox") + Table("register")
            + Table("referrals") + Table("audit") + Table("settings")
            + "CREATE TABLE openings (number INTEGER NOT NULL); INSERT INTO openings VALUES (0);",
        Table("search") + Table("figures") + Table("drafts") + ReadModelsAreMissing,

        // Since this version the register is also kept by officer and key worker, the caseload has what is overdue in a
        // team, and a meeting that waits for its outcome is not due.
        ReadModelsAreMissing,

        // Since this version the lists have what happened to a case, who has to be told and possible duplicates; the feeds
        // keep what could not be accepted.
        Table("feeds") + ReadModelsAreMissing,

        // Since this version there are other streams than agreements: staff and teams.
        Table("streams"),

        // Since this version people are also found by crime number.
        ReadModelsAreMissing,

        // Since this version each case has a row for evaluation.
        Table("evaluation") + ReadModelsAreMissing,

        // Since this version everybody who was allocated or signed is followed up: also agreements that ended before it.
        ReadModelsAreMissing,

        // Since this version a row for evaluation says in which trial, and a trial's row when it opened.
        ReadModelsAreMissing,

        // Since this version cases that have ended are listed by their end, for the review of their records.
        ReadModelsAreMissing,

        // Since this version each key worker has a calendar.
        ReadModelsAreMissing,
    ];

    public static int Newest => Migrations.Length;

    /// <summary>Upgrades a database of any earlier version to this program's.</summary>
    public static void Migrate(SqliteConnection connection, string file)
    {
        var version = Version(connection, file);
        for (var number = version + 1; number <= Newest; number++)
        {
            // The version is part of the transaction: a crash leaves the previous one complete.
            using var transaction = connection.BeginTransaction();
            SqliteConnections.Execute(connection, $"{Migrations[number - 1]} PRAGMA user_version = {number};");
            transaction.Commit();
        }
    }

    /// <exception cref="StorageUnavailableException">The database is of another version than this program.</exception>
    public static void Check(SqliteConnection connection, string file)
    {
        var version = Version(connection, file);
        if (version < Newest)
        {
            throw new StorageUnavailableException(
                $"{file} has version {version} and this program reads version {Newest}. Start `diversion serve` on it once to bring it up to date, then try again.");
        }
    }

    private static long Version(SqliteConnection connection, string file)
    {
        var version = SqliteConnections.Number(connection, "PRAGMA user_version");
        return version <= Newest
            ? version
            : throw new StorageUnavailableException(
                $"{file} was written by a newer Diversion (database version {version}; this program knows up to {Newest}). Run that newer program, or restore a backup made before it was installed.");
    }

    private static string Table(string name) =>
        $"""
        CREATE TABLE {name} (
            id INTEGER PRIMARY KEY, partition TEXT NOT NULL, row TEXT NOT NULL,
            properties TEXT NOT NULL, version INTEGER NOT NULL, UNIQUE (partition, row)) STRICT;

        """;
}
