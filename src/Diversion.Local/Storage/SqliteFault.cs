using Diversion.Casework.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Diversion.Local.Storage;

/// <summary>Translates SQLite errors into what the operator should do.</summary>
internal static class SqliteFault
{
    public static SqliteException From(sqlite3 database, int code) =>
        new($"SQLite error {code}: {raw.sqlite3_errmsg(database).utf8_to_string()}", code, raw.sqlite3_extended_errcode(database));

    /// <summary>Null when the error is not the store's state but a bug of ours, which must not be reported as an outage.</summary>
    public static StorageUnavailableException? Explain(SqliteException error, string file, bool writing)
    {
        var advice = error.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => $"The disk that holds {file} is full. Free space and try again",
            raw.SQLITE_IOERR => $"The disk that holds {file} failed to read or write. Check the disk and its connection, then try again",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL =>
                $"{file} is locked by another program. Close that program (a backup, a database browser) and try again",
            raw.SQLITE_READONLY => $"{file} cannot be written. Allow this user to write to the file and its folder, then try again",
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                $"{file} cannot be opened. Check that the folder exists and that this user may read and write it, then try again",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
                $"{file} is damaged or is not a Diversion database. Stop the program, keep a copy of the folder and restore the last backup",
            raw.SQLITE_NOMEM => "The machine has run out of memory. Close other programs and try again",
            _ => null,
        };
        return advice is null
            ? null
            : new StorageUnavailableException(writing ? $"{advice}; nothing of this command was written." : $"{advice}.", error);
    }
}
