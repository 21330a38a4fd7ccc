using Diversion.Casework.Moving;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Trials;
using Diversion.Local.Delivery;
using Diversion.Local.Faults;
using Diversion.Local.Storage;
using Diversion.Simulation.Demo;
using Diversion.Simulation.VirtualTime;
using NodaTime;

namespace Diversion.Local.Programmes;

/// <summary>An open data folder: its store, its programme's settings, and its clock.</summary>
public sealed class ProgrammeFolder : IAsyncDisposable
{
    private static readonly string[] Ours =
        [ProgrammeFile.FileName, SignInFile.FileName, SignInFile.SecretFileName, Keys.TokenFile, Keys.PseudonymFile, Keys.PapersFile, Keys.SessionsFolder, FolderDocumentStore.FolderName, FileDestructionLog.FileName, "diversion.lock", DayFolder.Mail.Folder, DayFolder.Texts.Folder, "messages", "feeds"];

    private ProgrammeFolder(string path, SqliteTableStore store, Rulebook rulebook, DataKind kind, TimeMachine? demoTime)
    {
        Path = path;
        Store = store;
        Rulebook = rulebook;
        Kind = kind;
        DemoTime = demoTime;
    }

    public string Path { get; }

    public SqliteTableStore Store { get; }

    public Rulebook Rulebook { get; }

    public DataKind Kind { get; }

    /// <summary>The clock that can be moved; null for a real programme.</summary>
    public TimeMachine? DemoTime { get; }

    public IClock Clock => (IClock?)DemoTime ?? SystemClock.Instance;

    /// <summary>
    /// The people in programme.json are those that the staff directory began with. False when they were edited since: the
    /// directory does not follow the file.
    /// </summary>
    public bool ListsCount { get; private init; }

    public static bool HasDatabase(string folder) => File.Exists(DataFolder.Database(folder));

    /// <summary>
    /// Opens a folder, creating it when there is none. Everything that people write is checked before anything is created
    /// or changed.
    /// </summary>
    /// <param name="scheme">For a new folder: the scheme that its programme runs; null takes that of <paramref name="starting"/>.</param>
    /// <param name="starting">For a new folder: the content of its programme.json; null takes <see cref="ProgrammeFile.Default"/>.</param>
    public static async Task<ProgrammeFolder> Open(
        string folder, SchemeLoad.Loaded schemes, string? scheme, Programme? starting = null, CancellationToken cancellation = default)
    {
        var path = System.IO.Path.GetFullPath(folder);
        RefuseForeign(path);
        var written = ProgrammeFile.Read(path, schemes.Catalogue);
        starting ??= ProgrammeFile.Default;
        var programme = written ?? starting with { Scheme = scheme ?? starting.Scheme };
        CheckScheme(path, schemes.Catalogue, scheme, programme, isNew: written is null);

        MakeForOwner(path);
        OwnerOnly.Tighten(path);
        var store = SqliteTableStore.Open(path);
        try
        {
            if (await Standstill.Of(store, cancellation) is { } standstill)
            {
                throw new CannotGoOnException(ExitCodes.DataUnavailable, $"{path}: {standstill.Words}");
            }

            if (written is null)
            {
                ProgrammeFile.Write(path, programme);
            }

            await ReadModelUpkeep.Run(store, cancellation);
            var kind = await DataSettings.KindOf(store, cancellation);
            var time = kind == DataKind.Demo ? await DemoClockSetting.Load(store, SystemClock.Instance, cancellation) : null;
            var rulebook = new Rulebook(schemes.Catalogue, schemes.Calendar, programme);
            using var cache = new StreamCache(0);
            var listsCount = await new StaffService(store, cache, rulebook, new ChangeListeners())
                .Begin(((IClock?)time ?? SystemClock.Instance).GetCurrentInstant(), cancellation);
            await new OpenTrials(store, rulebook).Refresh(cancellation);
            await ErasedAgain.Run(path, store, rulebook, ((IClock?)time ?? SystemClock.Instance).GetCurrentInstant(), cancellation);
            return new ProgrammeFolder(path, store, rulebook, kind, time) { ListsCount = listsCount };
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>Records of people: only the owner may access a new folder. If it cannot be created here, the store reports it.</summary>
    private static void MakeForOwner(string path)
    {
        if (!OperatingSystem.IsWindows() && !Directory.Exists(path) && Directory.Exists(System.IO.Path.GetDirectoryName(path)))
        {
            try
            {
                OwnerOnly.MakeFolder(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
            }
        }
    }

    private static void CheckScheme(string path, SchemeCatalogue schemes, string? asked, Programme programme, bool isNew)
    {
        if (!schemes.Names.Contains(programme.Scheme))
        {
            throw new CannotGoOnException(
                ExitCodes.WrongUsage, $"There is no scheme {programme.Scheme} in the schemes folder. The schemes are: {string.Join(", ", schemes.Names)}.");
        }

        if (!isNew && asked is not null && asked != programme.Scheme)
        {
            throw new CannotGoOnException(
                ExitCodes.WrongUsage,
                $"The programme in {path} runs the scheme {programme.Scheme}. --scheme is for a new folder; to change it for new referrals edit {ProgrammeFile.PathIn(path)}.");
        }
    }

    /// <summary>A mistyped path must not scatter our files among somebody else's.</summary>
    private static void RefuseForeign(string path)
    {
        if (!Directory.Exists(path) || HasDatabase(path))
        {
            return;
        }

        if (Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).FirstOrDefault(name => !Ours.Contains(name)) is { } foreign)
        {
            throw new CannotGoOnException(
                ExitCodes.DataUnavailable, $"{path} is not a Diversion data folder and not empty (it contains {foreign}). Name an empty or a new folder.");
        }
    }
}
