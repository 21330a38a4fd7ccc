using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;

namespace Diversion.Benchmarks.Cases;

/// <summary>The staff and rules of the measured programme. A worker has about 50 cases, as in a large force.</summary>
internal static class People
{
    public const int CasesPerWorker = 50;
    private const int CasesPerOfficer = 20;
    private const int Teams = 20;

    public static readonly Actor Sergeant = new("sergeant-1", "Sam Sergeant", Role.Sergeant, "team-0");
    public static readonly Actor Lead = new("lead", "Lee Lead", Role.ProgrammeLead);
    public static readonly Actor Feed = new("tag-feed", "Tag feed", Role.Feed);

    public static Rulebook Rulebook { get; } = Load();

    public static StaffRef Officer(int number) => Staff("officer", number / CasesPerOfficer);

    public static StaffRef Worker(int number) => Staff("worker", number / CasesPerWorker);

    public static Actor Acting(StaffRef staff, Role role) => new(staff.Id, staff.Name, role, staff.Team);

    private static StaffRef Staff(string kind, int which) =>
        new($"{kind}-{which}", $"{kind} number {which}", $"team-{which % Teams}", $"{kind}{which}@example.org");

    private static Rulebook Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "schemes");
        var loaded = SchemeFiles.Load(folder) as SchemeLoad.Loaded
            ?? throw new InvalidOperationException($"The schemes in {folder} have faults. Build again.");
        var programme = new Programme(
            "Benchmark",
            "checkpoint",
            [new StaffRef(Lead.Id, Lead.Name, null, "lead@example.org")],
            new Dictionary<string, StaffRef>(),
            new Uri("http://127.0.0.1:5080"),
            "diversion@example.org");
        return new Rulebook(loaded.Catalogue, loaded.Calendar, programme);
    }
}
