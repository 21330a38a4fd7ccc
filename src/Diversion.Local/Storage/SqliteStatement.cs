using SQLitePCL;

namespace Diversion.Local.Storage;

/// <summary>
/// One prepared statement, reused. The raw API, because rows are read and written as the UTF-8 bytes they are stored as,
/// and a command object with parameters per row costs more than the write itself. Not thread-safe.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        var code = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement);
        if (code != raw.SQLITE_OK)
        {
            throw SqliteFault.From(database, code);
        }
    }

    /// <remarks>Never empty text: the binding would turn it into NULL.</remarks>
    public SqliteStatement Bind(int index, ReadOnlySpan<byte> text) => Checked(raw.sqlite3_bind_text(statement, index, text));

    public SqliteStatement Bind(int index, long number) => Checked(raw.sqlite3_bind_int64(statement, index, number));

    /// <summary>Binds a value that sorts after every text.</summary>
    public SqliteStatement BindEnd(int index) => Checked(raw.sqlite3_bind_zeroblob(statement, index, 0));

    /// <summary>True when a row is ready to be read, false at the end. After an error the statement can be used again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        var fault = SqliteFault.From(database, code);
        Reset();
        throw fault;
    }

    /// <summary>Ends the statement, and with it any read transaction that it holds open.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    /// <summary>Runs to the end; true when a row was changed.</summary>
    public bool Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(database) > 0;
    }

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(statement, column);

    public string String(int column) => System.Text.Encoding.UTF8.GetString(Text(column));

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public void Dispose() => statement.Dispose();

    private SqliteStatement Checked(int code) => code == raw.SQLITE_OK ? this : throw SqliteFault.From(database, code);
}
